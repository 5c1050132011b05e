-- Progress notes. What was signed stays as it was signed, whoever asks and through whatever code.

create table note (
  note_id uuid primary key,
  organization_id uuid not null,
  patient_id uuid not null,
  labels int not null default 0,
  row_version int not null,
  episode_id uuid not null,
  kind text not null,
  format text not null,
  session_id uuid,
  started_at timestamptz not null,
  ended_at timestamptz not null,
  author_id uuid not null,
  state text not null check (state in ('Draft', 'Discarded', 'Signed', 'Retracted')),
  minutes int not null,
  late_entry boolean not null default false,
  awaits_countersignature boolean not null default false,
  retraction_asked boolean not null default false,
  signed_at timestamptz,
  updated_at timestamptz not null,
  canonical text,
  content_hash text,
  body jsonb not null,
  search_text tsvector generated always as (jsonb_to_tsvector(
    'english'::regconfig, coalesce(body #> '{text,content,sections}', '[]'::jsonb), '["string"]'::jsonb)) stored,
  constraint signed_note_has_its_hash check (
    state in ('Draft', 'Discarded')
    or content_hash = 'sha256:' || encode(sha256(convert_to(canonical, 'UTF8')), 'hex'))
);
create unique index one_note_per_patient_session on note (patient_id, session_id)
  where session_id is not null and state in ('Draft', 'Signed');
create index note_by_patient on note (patient_id, started_at desc, note_id desc);
create index note_by_author on note (author_id, updated_at) where state = 'Draft';
create index note_awaiting_countersignature on note (patient_id) where awaits_countersignature;
create index note_retraction_asked on note (patient_id) where retraction_asked;
create index note_text on note using gin (search_text);
call protect_patient_table('note');

create function keep_signed_note() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' then
    raise exception using errcode = '23514', constraint = 'note_signed', message = 'a note is never deleted';
  end if;
  if old.state in ('Draft') then
    return new;
  end if;
  if old.state in ('Discarded', 'Retracted') or new.state not in ('Signed', 'Retracted')
     or (new.note_id, new.patient_id, new.episode_id, new.kind, new.format, new.started_at, new.ended_at,
         new.author_id, new.minutes, new.late_entry, new.signed_at, new.canonical, new.content_hash)
        is distinct from
        (old.note_id, old.patient_id, old.episode_id, old.kind, old.format, old.started_at, old.ended_at,
         old.author_id, old.minutes, old.late_entry, old.signed_at, old.canonical, old.content_hash)
     or new.session_id is distinct from old.session_id
     or coalesce(new.body -> 'text', new.body #> '{was,text}') is distinct from old.body -> 'text' then
    raise exception using errcode = '23514', constraint = 'note_signed', message = 'a signed note never changes';
  end if;
  return new;
end $$;
create trigger note_signed before update or delete on note
  for each row execute function keep_signed_note();
