-- A measure that is due, and what became of it.
create table assignment (
  assignment_id uuid primary key,
  organization_id uuid not null,
  patient_id uuid not null,
  labels int not null default 0,
  episode_id uuid not null references episode,
  instrument text not null,
  instrument_version text not null,
  asked_by text not null check (asked_by in ('PATIENT', 'CLINICIAN')),
  occasion text not null check (occasion in ('BASELINE', 'CADENCE', 'RISK', 'REQUESTED', 'DISCHARGE')),
  opens_at timestamptz not null,
  due_on date not null,
  state text not null check (state in ('DUE', 'DONE', 'MISSED', 'CLOSED')),
  settled_at timestamptz,
  measure_id uuid,
  version bigint not null,
  constraint assignment_of_an_occasion_is_made_once unique (episode_id, instrument, occasion, due_on),
  constraint done_names_its_measure check ((state = 'DONE') = (measure_id is not null))
);
create index assignment_by_patient on assignment (patient_id, due_on);
create index assignment_due on assignment (episode_id) where state = 'DUE';
call protect_patient_table('assignment');

-- An instrument answered once. A correction is a new row that names what it corrects; nothing is overwritten.
create table measure (
  measure_id uuid primary key,
  organization_id uuid not null,
  patient_id uuid not null,
  labels int not null default 0,
  episode_id uuid references episode,
  assignment_id uuid,
  instrument text not null,
  instrument_version text not null,
  mode text not null check (mode in ('SELF', 'CLINICIAN', 'PAPER', 'IMPORT')),
  status text not null check (status in ('COMPLETE', 'PARTIAL', 'ENTERED_IN_ERROR')),
  answers jsonb not null,
  context jsonb not null,
  score jsonb not null,
  value numeric,
  severity text,
  risk_unknown boolean not null,
  change_since_baseline numeric,
  answered_at timestamptz not null,
  received_at timestamptz not null,
  author_id uuid not null,
  author_kind text not null,
  corrects uuid references measure,
  corrected_by uuid references measure,
  reason text,
  constraint corrected_once unique (corrects)
);
create index measure_by_patient on measure (patient_id, instrument, answered_at, measure_id);
create index measure_newest on measure (patient_id, measure_id desc);
call protect_patient_table('measure');
