-- Treatment-team meetings: the head belongs to the house, each item of the agenda to its patient.

create table team_meeting (
  meeting_id uuid primary key,
  organization_id uuid not null,
  row_version int not null,
  held_on date not null,
  updated_at timestamptz not null,
  signed_at timestamptz,
  canonical text,
  content_hash text,
  body jsonb not null,
  constraint signed_meeting_has_its_hash check (
    signed_at is null
    or content_hash = 'sha256:' || encode(sha256(convert_to(canonical, 'UTF8')), 'hex'))
);
create index team_meeting_by_day on team_meeting (held_on desc, meeting_id);
call protect_organization_table('team_meeting');
create trigger signed_document_is_frozen before update or delete on team_meeting
  for each row when (old.signed_at is not null) execute function refuse_change('signed_document_is_frozen');

create table agenda_item (
  meeting_id uuid not null references team_meeting,
  patient_id uuid not null,
  organization_id uuid not null,
  labels int not null default 0,
  body jsonb not null,
  primary key (meeting_id, patient_id)
);
create index agenda_item_by_patient on agenda_item (patient_id);
call protect_patient_table('agenda_item');

create function keep_agenda_of_signed_meeting() returns trigger language plpgsql as $$
begin
  if exists (select 1 from team_meeting m where m.meeting_id = old.meeting_id and m.signed_at is not null) then
    raise exception using errcode = '23514', constraint = 'signed_document_is_frozen', message = 'the meeting was signed';
  end if;
  return new;
end $$;
create trigger signed_document_is_frozen before update or delete on agenda_item
  for each row execute function keep_agenda_of_signed_meeting();
