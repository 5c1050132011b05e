create table care_team_member (
  patient_id uuid not null references patient, staff_id uuid not null, organization_id uuid not null,
  labels int not null default 0, role text not null, grant_id uuid not null, since timestamptz not null,
  until timestamptz, primary key (patient_id, grant_id));
create unique index once_on_the_care_team on care_team_member (patient_id, staff_id) where until is null;
create table episode (
  episode_id uuid primary key, organization_id uuid not null, patient_id uuid not null references patient,
  labels int not null, referral_id uuid not null references referral, prior_episode_id uuid references episode,
  program_id uuid not null, track_id uuid not null, track_code text not null, population text not null,
  level_of_care text not null, site_id uuid not null, zone text not null, primary_clinician uuid not null,
  coverage text not null, admitted_at timestamptz not null, planned_weeks int not null, state text not null,
  discharged_at timestamptz, discharge_reason text, destination text, rule_pack text not null, version bigint not null,
  constraint episode_ends_after_it_begins check (discharged_at is null or discharged_at >= admitted_at),
  constraint episode_state_is_known check (state in ('ACTIVE', 'DISCHARGED')));
create unique index one_active_episode on episode (organization_id, patient_id) where state = 'ACTIVE';
create index episode_by_patient on episode (patient_id, episode_id desc);
create table step_proposal (
  proposal_id uuid primary key, organization_id uuid not null, patient_id uuid not null, labels int not null,
  episode_id uuid not null, direction text not null, evidence uuid[] not null, proposed_at timestamptz not null,
  decided_at timestamptz);
create index step_proposal_by_episode on step_proposal (episode_id, proposal_id desc);
create table step_decision (
  decision_id uuid primary key, organization_id uuid not null, patient_id uuid not null, labels int not null,
  episode_id uuid not null references episode, proposal_id uuid, direction text not null, level_from text not null,
  level_to text not null, reason text not null, effective_at timestamptz not null, decided_by uuid not null);
create table aftercare_signed (
  episode_id uuid primary key, organization_id uuid not null, patient_id uuid not null, labels int not null,
  aftercare_plan_id uuid not null, signed_at timestamptz not null);
create table discharge_waiver (
  episode_id uuid not null references episode, organization_id uuid not null, patient_id uuid not null,
  labels int not null, gate text not null, reason text not null, waived_by uuid not null,
  primary key (episode_id, gate));
create table discharge_task (
  task_id uuid primary key, organization_id uuid not null, patient_id uuid not null, labels int not null,
  episode_id uuid not null references episode, gate text not null, owner uuid not null, due_on date not null,
  done_at timestamptz);
create index discharge_task_by_owner on discharge_task (owner, due_on) where done_at is null;
call protect_patient_table('care_team_member');
call protect_patient_table('episode');
call protect_patient_table('step_proposal');
call protect_patient_table('step_decision');
call protect_patient_table('aftercare_signed');
call protect_patient_table('discharge_waiver');
call protect_patient_table('discharge_task');
