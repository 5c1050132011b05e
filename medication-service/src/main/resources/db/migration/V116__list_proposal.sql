-- A medication list that was sent; nothing of it is on the person's list until somebody decides.
create table list_proposal (
  proposal_id uuid primary key,
  organization_id uuid not null,
  patient_id uuid not null,
  labels int not null default 3,
  version int not null,
  sent_by uuid not null,
  received_at timestamptz not null,
  not_used jsonb not null
);
create index list_proposal_by_patient on list_proposal (patient_id, proposal_id);
call protect_patient_table('list_proposal');

create table list_proposal_item (
  item_id uuid primary key,
  proposal_id uuid not null references list_proposal,
  organization_id uuid not null,
  patient_id uuid not null,
  labels int not null default 3,
  position int not null,
  source_type text not null,
  source_id text,
  standing text not null check (standing in ('TAKEN', 'NO_LONGER_TAKEN', 'ENTERED_IN_ERROR', 'UNCLEAR')),
  reference_resolved boolean not null,
  name text,
  rxcuis text[] not null,
  ingredient_codes text[] not null,
  dose_text text,
  dose_mg_per_day numeric,
  route text,
  indication text,
  starts_on date,
  ends_on date,
  ingredient text,
  basis text check (basis in ('CODE', 'INGREDIENT_CODE', 'NAME', 'REVIEWER')),
  unchecked text check (unchecked in ('NOT_COVERED', 'NO_CODE_NO_NAME', 'CODE_AND_NAME_DIFFER', 'CODES_DIFFER',
    'SEVERAL_INGREDIENTS', 'REFERENCE_NOT_FOUND')),
  proposal text not null check (proposal in ('ADD', 'KNOWN_ALREADY', 'REPEATED', 'NO_LONGER_TAKEN',
    'ENTERED_IN_ERROR', 'ASK')),
  decision text not null check (decision in ('OPEN', 'ACCEPTED', 'LEFT')),
  left_because text,
  medication_id uuid,
  decided_by uuid,
  constraint item_is_known_or_unchecked check ((ingredient is null) = (unchecked is not null)),
  constraint proposed_item_is_decided_by_somebody check ((decision = 'OPEN') = (decided_by is null)),
  constraint accepted_item_is_listed check ((decision = 'ACCEPTED') = (medication_id is not null)),
  constraint left_item_says_why check ((decision = 'LEFT') = (left_because is not null)),
  constraint one_item_per_position unique (proposal_id, position)
);
call protect_patient_table('list_proposal_item');
