-- Attendance as scheduling announced it: one row of an attendance, the newest word counts.
create table attendance (
  attendance_id uuid primary key,
  organization_id uuid not null,
  patient_id uuid not null,
  labels int not null default 0,
  episode_id uuid,
  session_id uuid not null,
  started_at timestamptz not null,
  attended boolean not null,
  status text not null,
  minutes int not null check (minutes >= 0),
  clinical boolean not null
);
create index attendance_by_patient on attendance (patient_id, started_at desc);
call protect_patient_table('attendance');

-- A proposal to step the level of care up or down; a clinician decides in intake.
create table step_proposal (
  proposal_id uuid primary key,
  organization_id uuid not null,
  patient_id uuid not null,
  labels int not null default 0,
  episode_id uuid not null references episode,
  direction text not null check (direction in ('UP', 'DOWN')),
  rule text not null,
  evidence uuid[] not null,
  rule_pack text not null,
  proposed_at timestamptz not null,
  settled_at timestamptz,
  outcome text check (outcome in ('DECIDED', 'WITHDRAWN', 'DISCHARGED'))
);
create unique index one_open_proposal_of_an_episode on step_proposal (episode_id) where settled_at is null;
create index step_proposal_by_patient on step_proposal (patient_id, proposed_at desc);
call protect_patient_table('step_proposal');
