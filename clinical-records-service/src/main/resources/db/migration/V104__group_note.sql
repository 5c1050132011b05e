-- Group notes. The narrative is its leader's; each section belongs to its patient.

create table group_note (
  group_note_id uuid primary key,
  organization_id uuid not null,
  row_version int not null,
  session_id uuid not null,
  leader_id uuid not null,
  narrative text not null,
  state text not null check (state in ('Open', 'Closed')),
  closed_at timestamptz,
  override_reason text,
  updated_at timestamptz not null,
  constraint one_group_note_per_session unique (session_id)
);
alter table group_note enable row level security;
alter table group_note force row level security;
create policy its_leader on group_note using (
  organization_id = (select nullif(current_setting('daybridge.organization', true), '')::uuid)
  and ((select current_setting('daybridge.kind', true)) = 'SERVICE'
    or leader_id = (select nullif(current_setting('daybridge.principal', true), '')::uuid)));
grant select, insert, update on group_note to ${service}_app;

create table group_note_section (
  group_note_id uuid not null references group_note,
  patient_id uuid not null,
  organization_id uuid not null,
  labels int not null default 0,
  participation text not null,
  response text not null,
  text text not null,
  goal_ids uuid[] not null,
  primary key (group_note_id, patient_id)
);
call protect_patient_table('group_note_section');

create trigger group_note_is_open before update or delete on group_note
  for each row when (old.state = 'Closed') execute function refuse_change('group_note_is_open');
