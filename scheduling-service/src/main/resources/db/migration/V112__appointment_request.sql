-- Appointments that a prescriber asked for, until the desk has found one or knows that none is wanted.
create table appointment_request (
  request_id uuid primary key,
  organization_id uuid not null,
  patient_id uuid not null,
  labels int not null default 0,
  reason text not null,
  wanted_by date not null,
  requested_at timestamptz not null,
  outcome text check (outcome in ('BOOKED', 'NOT_WANTED', 'DISCHARGED')),
  session_id uuid references session (session_id),
  settled_at timestamptz,
  settled_by uuid,
  constraint settled_as_a_whole check ((outcome is null) = (settled_at is null)),
  constraint a_booking_names_its_session check ((outcome = 'BOOKED') = (session_id is not null) or outcome is null)
);
create index appointment_request_open on appointment_request (wanted_by, request_id) where outcome is null;
create index appointment_request_by_patient on appointment_request (patient_id) where outcome is null;
call protect_patient_table('appointment_request');
