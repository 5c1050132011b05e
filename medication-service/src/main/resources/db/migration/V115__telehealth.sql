-- Who saw a person in the same room, and when: the law asks for it before prescribing by telehealth.
create table in_person_evaluation (
  evaluation_id uuid primary key,
  organization_id uuid not null,
  patient_id uuid not null,
  labels int not null default 3,
  evaluated_by uuid not null,
  evaluated_on date not null,
  recorded_by uuid not null,
  recorded_at timestamptz not null
);
create index in_person_evaluation_by_patient
  on in_person_evaluation (patient_id, evaluated_by, evaluated_on desc);
call protect_patient_table('in_person_evaluation');

-- How prescriber and person met when a dose was written.
alter table order_version
  add column encounter text not null default 'NOT_STATED'
    check (encounter in ('IN_PERSON', 'VIDEO', 'VIDEO_BESIDE_REGISTRANT', 'AUDIO', 'NOT_STATED')),
  add column covering_for uuid;

-- What made a prescription of a controlled substance lawful on its day, and the rules of that day.
create table prescription_ground (
  order_id uuid not null references medication_order,
  number int not null,
  organization_id uuid not null,
  patient_id uuid not null,
  labels int not null default 3,
  rxcui text not null,
  ground text not null check (ground in ('IN_PERSON_ENCOUNTER', 'REGISTRANT_PRESENT', 'EVALUATED_IN_PERSON',
    'COVERING', 'FLEXIBILITY', 'BUPRENORPHINE_SIX_MONTHS')),
  issued_by uuid not null,
  issued_on date not null,
  rule_pack text not null,
  primary key (order_id, number)
);
create index prescription_ground_by_patient on prescription_ground (patient_id, rxcui, issued_by);
call protect_patient_table('prescription_ground');
