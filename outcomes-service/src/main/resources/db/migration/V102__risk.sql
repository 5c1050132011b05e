-- The risk of a patient from the first answer until its disposition.
create table risk_case (
  risk_case_id uuid primary key,
  organization_id uuid not null,
  patient_id uuid not null,
  labels int not null default 0,
  episode_id uuid,
  level text not null check (level in ('LOW', 'MODERATE', 'HIGH')),
  state text not null check (state in ('ALARMED', 'ACKNOWLEDGED', 'CLOSED')),
  opened_at timestamptz not null,
  due_at timestamptz,
  closed_at timestamptz,
  addressees uuid[] not null,
  answers jsonb not null,
  detail jsonb not null,
  version bigint not null,
  constraint open_case_has_a_clock check ((state = 'CLOSED') = (due_at is null))
);
create unique index one_open_risk_case_of_a_patient on risk_case (patient_id) where state <> 'CLOSED';
create index risk_case_by_patient on risk_case (patient_id, opened_at desc);
call protect_patient_table('risk_case');

-- What happened to a case, step by step: alarms, escalations, acknowledgement, end.
create table risk_step (
  risk_step_id uuid primary key,
  organization_id uuid not null,
  patient_id uuid not null,
  labels int not null default 0,
  risk_case_id uuid not null references risk_case,
  kind text not null,
  at timestamptz not null,
  by_id uuid,
  addressees uuid[] not null default '{}'
);
create index risk_step_by_case on risk_step (risk_case_id, at);
call protect_patient_table('risk_step');

-- Who is on duty when. Program hours desk, on call, cover.
create table duty_shift (
  duty_shift_id uuid primary key,
  organization_id uuid not null,
  staff_id uuid not null,
  desk text not null check (desk in ('PROGRAM_HOURS', 'ON_CALL', 'COVER')),
  starts_at timestamptz not null,
  ends_at timestamptz,
  cancelled_at timestamptz,
  constraint shift_ends_after_it_begins check (ends_at is null or ends_at > starts_at)
);
create index duty_shift_by_time on duty_shift (starts_at);
call protect_organization_table('duty_shift');
