-- The person as far as medication rules need to know: followed from intake, never written here by hand.
create table followed_patient (
  patient_id uuid primary key,
  organization_id uuid not null,
  labels int not null default 3,
  birth_date date,
  sex_code text,
  episode_id uuid,
  admitted_on date,
  site_zone text,
  discharged_at timestamptz,
  deceased_at timestamptz
);
call protect_patient_table('followed_patient');

-- What a safety check asks about a person and no other row says: entered by clinicians, one row a person.
create table safety_profile (
  patient_id uuid primary key,
  organization_id uuid not null,
  labels int not null default 3,
  version int not null,
  pregnant boolean,
  trimester int,
  contraception boolean,
  weight_kg numeric,
  creatinine_clearance numeric,
  egfr numeric,
  conditions text[] not null default '{}',
  last_opioid_use date,
  last_opioid text,
  last_alcohol timestamptz,
  recorded_by uuid not null,
  recorded_at timestamptz not null,
  constraint trimester_is_one_to_three check (trimester between 1 and 3),
  constraint weight_is_positive check (weight_kg > 0)
);
call protect_patient_table('safety_profile');
