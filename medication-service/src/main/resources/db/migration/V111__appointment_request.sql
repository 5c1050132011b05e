-- Medication appointments that were asked for; scheduling owns what becomes of them.
create table appointment_request (
  request_id uuid primary key,
  organization_id uuid not null,
  patient_id uuid not null,
  labels int not null default 3,
  reason text not null,
  wanted_by date not null,
  requested_by uuid not null,
  requested_at timestamptz not null
);
create index appointment_request_by_patient on appointment_request (patient_id, request_id);
call protect_patient_table('appointment_request');
