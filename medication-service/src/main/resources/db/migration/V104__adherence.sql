-- What became of the doses, told by the patient or seen by staff. Facts: only added to.
create table adherence_report (
  report_id uuid primary key,
  organization_id uuid not null,
  patient_id uuid not null,
  labels int not null default 3,
  order_id uuid,
  source text not null check (source in ('PATIENT', 'PROXY', 'STAFF', 'OBSERVED', 'COUNT')),
  covers_from date not null,
  covers_to date not null,
  doses_planned int,
  doses_taken int,
  taken text not null check (taken in ('ALL', 'MOST', 'SOME', 'NONE')),
  barriers text[] not null default '{}',
  reported_by uuid not null,
  reported_at timestamptz not null,
  received_at timestamptz not null,
  after_stop boolean not null default false,
  constraint report_covers_some_days check (covers_to >= covers_from),
  constraint doses_are_not_negative check (doses_planned >= 0 and doses_taken >= 0)
);
create index adherence_report_by_patient on adherence_report (patient_id, report_id);
call protect_patient_table('adherence_report');

-- A worry about adherence from anybody on the team: it stands on the prescriber's list until it is answered.
create table adherence_concern (
  concern_id uuid primary key,
  organization_id uuid not null,
  patient_id uuid not null,
  labels int not null default 3,
  version int not null,
  order_id uuid,
  barrier text,
  observation text not null,
  raised_by uuid not null,
  raised_at timestamptz not null,
  answer text,
  answered_by uuid,
  answered_at timestamptz,
  constraint concern_is_answered_by_somebody check ((answer is null) = (answered_by is null))
);
create index adherence_concern_open on adherence_concern (patient_id) where answered_at is null;
call protect_patient_table('adherence_concern');
