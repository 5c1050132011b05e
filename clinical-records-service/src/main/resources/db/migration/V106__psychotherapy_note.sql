-- Psychotherapy and substance-use counselling notes (45 CFR 164.501, 42 CFR 2.11), apart from the record: own table,
-- encrypted, and a policy that knows one reader, the author. No grant opens it, break-glass included, nor does a service.

create table psychotherapy_note (
  psychotherapy_note_id uuid primary key,
  organization_id uuid not null,
  patient_id uuid not null,
  labels int not null,
  author_id uuid not null,
  row_version int not null,
  written_at timestamptz not null,
  updated_at timestamptz not null,
  cipher bytea not null,
  constraint sealed_note_is_labelled check (labels & 12 <> 0)
);
create index psychotherapy_note_by_author on psychotherapy_note (author_id, patient_id, written_at desc);
alter table psychotherapy_note enable row level security;
alter table psychotherapy_note force row level security;
create policy its_author_alone on psychotherapy_note using (
  organization_id = (select nullif(current_setting('daybridge.organization', true), '')::uuid)
  and (select current_setting('daybridge.kind', true)) = 'STAFF'
  and author_id = (select nullif(current_setting('daybridge.principal', true), '')::uuid));
grant select, insert, update on psychotherapy_note to ${service}_app;
