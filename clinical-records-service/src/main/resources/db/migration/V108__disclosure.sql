-- What left the house, to whom, on which consent; and the evidence that a continued stay stands on.

create table disclosure_consent (
  consent_id uuid primary key,
  organization_id uuid not null,
  patient_id uuid not null,
  labels int not null default 0,
  kind text not null,
  recipient_class text,
  effective_at timestamptz not null,
  expires_on date,
  revoked_at timestamptz
);
create index disclosure_consent_by_patient on disclosure_consent (patient_id);
call protect_patient_table('disclosure_consent');

create table disclosure (
  disclosure_id uuid primary key,
  organization_id uuid not null,
  patient_id uuid not null,
  labels int not null default 0,
  recipient text not null,
  recipient_class text not null,
  purpose text not null,
  what text not null,
  document_id uuid not null,
  content_hash text not null,
  note_ids uuid[] not null,
  consent_id uuid,
  notice text,
  disclosed_by uuid not null,
  disclosed_at timestamptz not null
);
create index disclosure_by_patient on disclosure (patient_id, disclosed_at desc);
create index disclosure_by_note on disclosure using gin (note_ids);
call protect_patient_table('disclosure');
create trigger disclosure_is_kept before update or delete on disclosure
  for each row execute function refuse_change('signed_document_is_frozen');

create table measure_point (
  measure_id uuid primary key,
  organization_id uuid not null,
  patient_id uuid not null,
  labels int not null default 0,
  instrument text not null,
  instrument_version text not null,
  total numeric,
  severity text,
  change_since_baseline numeric,
  answered_at timestamptz not null
);
create index measure_point_by_patient on measure_point (patient_id, answered_at);
call protect_patient_table('measure_point');

create table continued_stay_packet (
  packet_id uuid primary key,
  organization_id uuid not null,
  patient_id uuid not null,
  labels int not null default 0,
  episode_id uuid not null,
  assembled_at timestamptz not null,
  canonical text not null,
  content_hash text not null,
  constraint packet_hash_is_its_text check (
    content_hash = 'sha256:' || encode(sha256(convert_to(canonical, 'UTF8')), 'hex'))
);
create index continued_stay_packet_by_patient on continued_stay_packet (patient_id, assembled_at desc);
call protect_patient_table('continued_stay_packet');
create trigger signed_document_is_frozen before update or delete on continued_stay_packet
  for each row execute function refuse_change('signed_document_is_frozen');
