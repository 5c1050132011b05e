-- Files of notes. What is attached when the note is signed stays; nothing comes or goes after.

create table note_attachment (
  attachment_id uuid primary key,
  note_id uuid not null references note,
  organization_id uuid not null,
  patient_id uuid not null,
  labels int not null default 0,
  type text not null check (type in ('PDF', 'PNG', 'JPEG')),
  size int not null,
  content_hash text not null,
  bytes bytea not null,
  added_by uuid not null,
  added_at timestamptz not null,
  removed boolean not null default false,
  constraint attachment_hash_is_of_its_bytes check (
    size = length(bytes) and content_hash = 'sha256:' || encode(sha256(bytes), 'hex'))
);
create index note_attachment_by_note on note_attachment (note_id, added_at);
call protect_patient_table('note_attachment');
-- Whoever does not see the note, because it is withheld, a draft or retracted, does not see its files.
create policy seen_with_its_note on note_attachment as restrictive for select using (
  exists (select 1 from note n where n.note_id = note_attachment.note_id and n.state in ('Draft', 'Signed')));

create function keep_files_of_signed_note() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE'
     or not exists (select 1 from note n where n.note_id = new.note_id and n.state = 'Draft')
     or (tg_op = 'UPDATE' and (new.note_id, new.patient_id, new.content_hash, new.added_by, new.added_at)
         is distinct from (old.note_id, old.patient_id, old.content_hash, old.added_by, old.added_at)) then
    raise exception using errcode = '23514', constraint = 'note_signed', message = 'files are locked with the signed note';
  end if;
  return new;
end $$;
create trigger note_signed before insert or update or delete on note_attachment
  for each row execute function keep_files_of_signed_note();
