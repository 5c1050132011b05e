-- Physician certifications: signed once, never changed; a lapse is written beside them.

create table certification (
  certification_id uuid primary key,
  organization_id uuid not null,
  patient_id uuid not null,
  labels int not null default 0,
  episode_id uuid not null,
  kind text not null check (kind in ('INITIAL', 'RECERTIFICATION')),
  from_day date not null,
  through_day date not null,
  hours_per_week int not null,
  statement text not null,
  physician_id uuid not null,
  credentials text[] not null,
  signed_at timestamptz not null,
  canonical text not null,
  content_hash text not null,
  constraint certification_ends_after_it_begins check (through_day >= from_day),
  constraint certification_once_a_day unique (episode_id, from_day),
  constraint certification_hash_is_its_text check (
    content_hash = 'sha256:' || encode(sha256(convert_to(canonical, 'UTF8')), 'hex'))
);
create index certification_by_patient on certification (patient_id, from_day desc);
call protect_patient_table('certification');
create trigger signed_document_is_frozen before update or delete on certification
  for each row execute function refuse_change('signed_document_is_frozen');

create table certification_lapse (
  certification_id uuid primary key references certification,
  organization_id uuid not null,
  patient_id uuid not null,
  labels int not null default 0,
  lapsed_on date not null
);
call protect_patient_table('certification_lapse');
