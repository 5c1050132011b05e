-- Scores that outcomes-service recorded: shown beside what is taken, owned there.
create table outcome_score (
  measure_id uuid primary key,
  organization_id uuid not null,
  patient_id uuid not null,
  labels int not null default 3,
  instrument text not null,
  instrument_version text not null,
  total numeric not null,
  severity text,
  answered_at timestamptz not null
);
create index outcome_score_by_patient on outcome_score (patient_id, answered_at);
call protect_patient_table('outcome_score');
