create table consent (
  consent_id uuid primary key, organization_id uuid not null, patient_id uuid not null references patient,
  labels int not null, consent_type text not null, document_version text not null, language text not null,
  elements jsonb not null, recipient_class text, signed_by text not null, signed_at timestamptz not null,
  expires_on date, revoked_at timestamptz, recorded_by uuid not null, version bigint not null,
  constraint consent_type_is_known check (consent_type in ('TREATMENT', 'PART2_DISCLOSURE')));
create index consent_by_patient on consent (patient_id, consent_id);
call protect_patient_table('consent');
