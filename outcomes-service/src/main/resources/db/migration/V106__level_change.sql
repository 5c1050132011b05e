-- When the level of care of an episode changed: marks on a trajectory.
create table level_change (
  episode_id uuid not null references episode,
  organization_id uuid not null,
  patient_id uuid not null,
  labels int not null default 0,
  effective_at timestamptz not null,
  level_of_care text not null,
  constraint level_changes_once_at_a_time primary key (episode_id, effective_at)
);
create index level_change_by_patient on level_change (patient_id, effective_at);
call protect_patient_table('level_change');
