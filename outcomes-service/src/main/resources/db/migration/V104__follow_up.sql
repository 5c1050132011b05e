-- A follow-up after discharge: due on a day, then reached, given up after enough attempts, or ended.
create table follow_up (
  follow_up_id uuid primary key,
  organization_id uuid not null,
  patient_id uuid not null,
  labels int not null default 0,
  episode_id uuid not null references episode,
  day int not null,
  due_on date not null,
  state text not null check (state in ('DUE', 'REACHED', 'UNABLE_TO_REACH', 'READMITTED')),
  attempts jsonb not null,
  settled_at timestamptz,
  version bigint not null,
  constraint one_follow_up_of_a_day unique (episode_id, day),
  constraint settled_names_its_time check ((state = 'DUE') = (settled_at is null))
);
create index follow_up_by_patient on follow_up (patient_id, due_on);
create index follow_up_due on follow_up (due_on) where state = 'DUE';
call protect_patient_table('follow_up');

-- Relapse as a clinician determined it, overdose, emergency visit, hospital. A fact: it is only added.
create table critical_outcome (
  critical_outcome_id uuid primary key,
  organization_id uuid not null,
  patient_id uuid not null,
  labels int not null default 0,
  episode_id uuid references episode,
  kind text not null check (kind in ('RELAPSE', 'OVERDOSE', 'EMERGENCY_VISIT', 'HOSPITALIZATION', 'SUICIDE_ATTEMPT', 'DEATH')),
  occurred_on date not null,
  before_admission boolean not null,
  source text not null check (source in ('PATIENT', 'FAMILY', 'CLINICIAN', 'HOSPITAL', 'RECORD')),
  determined_by uuid not null,
  recorded_at timestamptz not null
);
create index critical_outcome_by_patient on critical_outcome (patient_id, occurred_on desc);
call protect_patient_table('critical_outcome');
