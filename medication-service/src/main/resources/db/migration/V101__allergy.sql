create table allergy (
  allergy_id uuid primary key,
  organization_id uuid not null,
  patient_id uuid not null,
  labels int not null default 3,
  version int not null,
  substance text,
  code_system text,
  code text,
  category text not null check (category in ('MEDICATION', 'FOOD', 'ENVIRONMENT', 'BIOLOGIC')),
  kind text not null check (kind in ('ALLERGY', 'INTOLERANCE')),
  criticality text check (criticality in ('LOW', 'HIGH', 'UNABLE_TO_ASSESS')),
  reaction text,
  status text not null check (status in ('ACTIVE', 'INACTIVE', 'RESOLVED', 'REFUTED', 'ENTERED_IN_ERROR')),
  source text not null check (source in ('REFERRAL', 'STAFF', 'PATIENT', 'FHIR')),
  reported_item_id uuid,
  recorded_by uuid not null,
  recorded_at timestamptz not null,
  constraint allergy_names_its_substance check (substance is not null or code is not null or reported_item_id is not null),
  constraint reported_allergy_is_taken_once unique (reported_item_id)
);
create index allergy_by_patient on allergy (patient_id, allergy_id);
call protect_patient_table('allergy');
