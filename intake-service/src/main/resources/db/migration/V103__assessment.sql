create table assessment (
  assessment_id uuid primary key, organization_id uuid not null, patient_id uuid not null references patient,
  labels int not null, referral_id uuid not null references referral, kind text not null, state text not null,
  summary text, diagnoses jsonb not null, deferral_reason text, due_on date, assessed_by uuid not null,
  completed_at timestamptz, version bigint not null,
  constraint one_assessment_per_part unique (referral_id, kind),
  constraint assessment_state_is_known check (state in ('COMPLETE', 'DEFERRED')));
create index assessment_by_patient on assessment (patient_id, assessment_id);
create table assessment_history (
  assessment_id uuid not null references assessment, organization_id uuid not null, patient_id uuid not null,
  labels int not null, version bigint not null, state text not null, summary text, diagnoses jsonb not null,
  deferral_reason text, due_on date, assessed_by uuid not null, recorded_at timestamptz not null,
  primary key (assessment_id, version));
create table level_of_care_decision (
  decision_id uuid primary key, organization_id uuid not null, patient_id uuid not null references patient,
  labels int not null, referral_id uuid not null references referral, instrument text not null, ratings jsonb,
  composite int, recommended text not null, chosen text not null, override_reason text, why_not_lower text not null,
  why_not_higher text not null, decided_by uuid not null, decided_at timestamptz not null, rule_pack text not null);
create index level_of_care_by_referral on level_of_care_decision (referral_id, decision_id desc);
call protect_patient_table('assessment');
call protect_patient_table('assessment_history');
call protect_patient_table('level_of_care_decision');
