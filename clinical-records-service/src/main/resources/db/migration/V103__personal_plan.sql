-- Safety, relapse-prevention and aftercare plans: one of each kind in an episode.

create table personal_plan (
  personal_plan_id uuid primary key,
  organization_id uuid not null,
  patient_id uuid not null,
  labels int not null default 0,
  episode_id uuid not null,
  row_version int not null,
  kind text not null check (kind in ('SAFETY', 'RELAPSE_PREVENTION', 'AFTERCARE')),
  signed_number int,
  signed_at timestamptz,
  updated_at timestamptz not null,
  body jsonb not null,
  constraint one_personal_plan_of_a_kind unique (episode_id, kind)
);
create index personal_plan_by_patient on personal_plan (patient_id, kind, updated_at desc);
call protect_patient_table('personal_plan');

create table personal_plan_version (
  personal_plan_id uuid not null references personal_plan,
  number int not null,
  organization_id uuid not null,
  patient_id uuid not null,
  labels int not null default 0,
  signed_at timestamptz not null,
  canonical text not null,
  content_hash text not null,
  primary key (personal_plan_id, number),
  constraint signed_personal_plan_hash_is_its_text check (
    content_hash = 'sha256:' || encode(sha256(convert_to(canonical, 'UTF8')), 'hex'))
);
call protect_patient_table('personal_plan_version');
create trigger signed_document_is_frozen before update or delete on personal_plan_version
  for each row execute function refuse_change('signed_document_is_frozen');

-- High-risk alerts of outcomes: each asks for a look at the safety plan.
create table risk_signal (
  risk_case_id uuid primary key,
  organization_id uuid not null,
  patient_id uuid not null,
  labels int not null default 0,
  level text not null,
  raised_at timestamptz not null
);
create index risk_signal_by_patient on risk_signal (patient_id, raised_at desc);
call protect_patient_table('risk_signal');
