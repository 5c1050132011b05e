-- A version of an order that was handed over to an e-prescribing partner, who signs and sends it.
create table prescription_transmission (
  transmission_id uuid primary key,
  organization_id uuid not null,
  patient_id uuid not null,
  labels int not null default 3,
  order_id uuid not null references medication_order,
  number int not null,
  handed_over_by uuid not null,
  handed_over_at timestamptz not null
);
create index prescription_transmission_by_order on prescription_transmission (order_id);
call protect_patient_table('prescription_transmission');

-- What the partner said; only added to, the last word counts.
create table prescription_acknowledgement (
  acknowledgement_id uuid primary key,
  organization_id uuid not null,
  patient_id uuid not null,
  labels int not null default 3,
  transmission_id uuid not null references prescription_transmission,
  outcome text not null check (outcome in ('ACCEPTED', 'SENT', 'REJECTED')),
  partner_reference text,
  acknowledged_by uuid not null,
  acknowledged_at timestamptz not null
);
create index prescription_acknowledgement_by_transmission
  on prescription_acknowledgement (transmission_id, acknowledgement_id);
call protect_patient_table('prescription_acknowledgement');
