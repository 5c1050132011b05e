-- Unwanted effects. Facts: only added to.
create table side_effect (
  side_effect_id uuid primary key,
  organization_id uuid not null,
  patient_id uuid not null,
  labels int not null default 3,
  order_id uuid,
  suspected_drug text,
  symptom text not null,
  severity int not null,
  onset_on date,
  action text not null,
  reported_by uuid not null,
  reported_at timestamptz not null,
  constraint severity_is_one_to_five check (severity between 1 and 5)
);
create index side_effect_by_patient on side_effect (patient_id, side_effect_id);
call protect_patient_table('side_effect');

-- What was talked about, and whether the person could say it back.
create table medication_talk (
  talk_id uuid primary key,
  organization_id uuid not null,
  patient_id uuid not null,
  labels int not null default 3,
  order_id uuid not null references medication_order,
  topics text[] not null,
  teach_back boolean not null,
  given_by uuid not null,
  given_at timestamptz not null
);
create index medication_talk_by_order on medication_talk (order_id);
call protect_patient_table('medication_talk');
