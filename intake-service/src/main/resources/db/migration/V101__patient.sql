create table patient (
  patient_id uuid primary key, organization_id uuid not null, labels int not null default 0,
  family_name text not null, given_name text not null, birth_date date not null, sex_code text not null,
  phone bytea, email bytea, address bytea, preferred_language text, discreet_contact boolean not null default false,
  deceased_at timestamptz, merged boolean not null default false,
  created_at timestamptz not null, changed_at timestamptz not null, changed_by uuid not null, version bigint not null,
  constraint sex_code_is_known check (sex_code in ('female', 'male', 'other', 'unknown')));
create index patient_by_name on patient (lower(family_name), lower(given_name), birth_date);
create index patient_name_typeahead on patient using gin ((lower(family_name || ' ' || given_name)) gin_trgm_ops);
create table patient_identifier (
  patient_id uuid not null references patient, organization_id uuid not null, labels int not null default 0,
  system text not null, value_index bytea not null, value bytea not null,
  primary key (patient_id, system, value_index));
create index patient_by_identifier on patient_identifier (system, value_index);
call protect_patient_table('patient');
call protect_patient_table('patient_identifier');
