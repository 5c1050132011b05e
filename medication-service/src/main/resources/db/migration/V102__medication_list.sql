-- What a person takes that is not ordered here. Recording it is never refused.
create table listed_medication (
  medication_id uuid primary key,
  organization_id uuid not null,
  patient_id uuid not null,
  labels int not null default 3,
  version int not null,
  name text,
  rxcui text,
  ingredient text,
  dose_mg_per_day numeric,
  route text,
  form text,
  starts_on date,
  ends_on date,
  last_taken_on date,
  source text not null check (source in ('REFERRAL', 'ELSEWHERE', 'OVER_THE_COUNTER', 'PATIENT', 'FHIR')),
  dispensed_by text,
  indication text,
  status text not null check (status in ('ACTIVE', 'STOPPED', 'ENTERED_IN_ERROR')),
  code_system text,
  reported_item_id uuid,
  recorded_by uuid not null,
  recorded_at timestamptz not null,
  constraint reported_medication_is_taken_once unique (reported_item_id)
);
create index listed_medication_by_patient on listed_medication (patient_id, medication_id);
call protect_patient_table('listed_medication');

-- Each medication is looked at when somebody is admitted, transferred or discharged.
create table reconciliation_item (
  item_id uuid primary key,
  organization_id uuid not null,
  patient_id uuid not null,
  labels int not null default 3,
  version int not null,
  occasion text not null check (occasion in ('ADMISSION', 'TRANSFER', 'DISCHARGE')),
  episode_id uuid,
  subject_kind text not null check (subject_kind in ('LISTED_MEDICATION', 'ORDER', 'ALLERGY')),
  subject_id uuid not null,
  coded boolean not null,
  decision text not null check (decision in ('OPEN', 'CONTINUE', 'CHANGE', 'STOP')),
  reason text,
  opened_at timestamptz not null,
  decided_by uuid,
  decided_at timestamptz,
  constraint item_is_decided_by_somebody check ((decision = 'OPEN') = (decided_by is null)),
  constraint one_item_per_occasion_and_subject unique (occasion, episode_id, subject_id)
);
create index reconciliation_open on reconciliation_item (patient_id) where decision = 'OPEN';
call protect_patient_table('reconciliation_item');
