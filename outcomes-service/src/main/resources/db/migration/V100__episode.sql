-- Episodes of care as intake announced them: what the rules here need to know of a patient.
create table episode (
  episode_id uuid primary key,
  organization_id uuid not null,
  patient_id uuid not null,
  labels int not null default 0,
  track_code text not null,
  population text not null,
  level_of_care text not null,
  site_zone text not null,
  admitted_at timestamptz not null,
  admitted_on date not null,
  planned_weeks int not null,
  birth_date date not null,
  sex_code text not null,
  primary_clinician uuid not null,
  discharged_at timestamptz,
  discharge_reason text,
  planned_discharge boolean,
  constraint discharge_is_not_before_admission check (discharged_at is null or discharged_at >= admitted_at)
);
create index episode_by_patient on episode (patient_id, admitted_at desc);
call protect_patient_table('episode');

-- Staff as scheduling announced them: who can be alarmed. No names.
create table staff_member (
  staff_id uuid primary key,
  organization_id uuid not null,
  roles text[] not null,
  active boolean not null
);
call protect_organization_table('staff_member');
