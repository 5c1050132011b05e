-- What was seen or said about one person at one session: appended, never changed.
create table attendance_fact (
  fact_id uuid primary key,
  organization_id uuid not null,
  patient_id uuid not null,
  labels int not null default 0,
  session_id uuid not null references session (session_id),
  kind text not null check (kind in ('CHECKED_IN', 'CHECKED_OUT', 'MARKED', 'CORRECTED')),
  happened_at timestamptz not null,
  content jsonb not null,
  broken_rules text[] not null,
  recorded_by uuid not null,
  recorded_at timestamptz not null,
  number bigint generated always as identity
);
create index fact_by_session on attendance_fact (session_id, patient_id, number);
call protect_patient_table('attendance_fact');
revoke update on attendance_fact from ${service}_app;

-- What the facts add up to; made anew from them at each fact.
create table attendance (
  attendance_id uuid primary key,
  organization_id uuid not null,
  patient_id uuid not null,
  labels int not null default 0,
  episode_id uuid,
  session_id uuid not null references session (session_id),
  session_type text not null,
  session_start timestamptz not null,
  session_end timestamptz not null,
  scheduled_minutes int not null,
  status text not null,
  minutes int not null,
  late boolean not null,
  left_early boolean not null,
  open boolean not null,
  credited boolean not null,
  clinical boolean not null,
  billable boolean not null,
  needs_note boolean not null,
  broken_rules text[] not null,
  announced text,
  constraint one_attendance_each unique (session_id, patient_id)
);
create index attendance_by_patient on attendance (patient_id, session_start);
call protect_patient_table('attendance');

-- Minutes that a signed note documents, as clinical-records tells it.
create table documented (
  note_id uuid primary key,
  organization_id uuid not null,
  patient_id uuid not null,
  labels int not null default 0,
  session_id uuid not null,
  minutes int not null,
  signed_at timestamptz not null,
  retracted_at timestamptz
);
create index documented_by_session on documented (session_id, patient_id) where retracted_at is null;
call protect_patient_table('documented');

-- What a plan prescribes per week, as clinical-records tells it.
create table prescription (
  plan_id uuid not null,
  plan_version int not null,
  organization_id uuid not null,
  patient_id uuid not null,
  labels int not null default 0,
  episode_id uuid not null,
  minutes_per_week int not null,
  active_from timestamptz not null,
  primary key (plan_id, plan_version)
);
create index prescription_by_patient on prescription (patient_id, active_from);
call protect_patient_table('prescription');
