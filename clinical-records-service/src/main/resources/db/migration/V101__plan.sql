-- Interim plans of care and treatment plans. A version that was signed is never changed.

create table interim_plan (
  interim_plan_id uuid primary key,
  organization_id uuid not null,
  patient_id uuid not null,
  labels int not null default 0,
  episode_id uuid not null,
  opened_at timestamptz not null,
  plan_due_on date not null,
  overdue_since timestamptz,
  ended_at timestamptz,
  constraint one_interim_plan_per_episode unique (episode_id)
);
create index interim_plan_by_patient on interim_plan (patient_id, opened_at);
call protect_patient_table('interim_plan');

create table treatment_plan (
  plan_id uuid primary key,
  organization_id uuid not null,
  patient_id uuid not null,
  labels int not null default 0,
  episode_id uuid not null,
  row_version int not null,
  state text not null check (state in ('InPreparation', 'InForce', 'InRevision', 'Closed')),
  active_number int,
  activated_at timestamptz,
  review_due_on date,
  review_overdue_since timestamptz,
  closed_at timestamptz,
  updated_at timestamptz not null,
  goal_ids uuid[] not null,
  body jsonb not null,
  constraint one_plan_per_episode unique (episode_id)
);
create index treatment_plan_by_patient on treatment_plan (patient_id, updated_at desc);
create index treatment_plan_by_goal on treatment_plan using gin (goal_ids);
create index treatment_plan_review_due on treatment_plan (review_due_on) where state in ('InForce', 'InRevision');
call protect_patient_table('treatment_plan');

create table treatment_plan_version (
  plan_id uuid not null references treatment_plan,
  number int not null,
  organization_id uuid not null,
  patient_id uuid not null,
  labels int not null default 0,
  activated_at timestamptz not null,
  canonical text not null,
  content_hash text not null check (content_hash ~ '^sha256:[0-9a-f]{64}$'),
  goal_ids uuid[] not null,
  signatures jsonb not null,
  primary key (plan_id, number),
  constraint signed_plan_hash_is_its_text check (
    content_hash = 'sha256:' || encode(sha256(convert_to(canonical, 'UTF8')), 'hex'))
);
create index treatment_plan_version_by_time on treatment_plan_version (patient_id, activated_at);
call protect_patient_table('treatment_plan_version');

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception using errcode = '23514', constraint = tg_argv[0],
    message = 'a signed document never changes';
end $$;

create trigger signed_document_is_frozen before update or delete on treatment_plan_version
  for each row execute function refuse_change('signed_document_is_frozen');
