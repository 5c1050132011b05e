-- Supplies that were handed out. Facts: only added to.
create table medication_fill (
  fill_id uuid primary key,
  organization_id uuid not null,
  patient_id uuid not null,
  labels int not null default 3,
  order_id uuid not null references medication_order,
  number int not null,
  filled_on date not null,
  days int not null,
  quantity numeric,
  source text not null check (source in ('PHARMACY', 'PATIENT', 'CLINIC', 'MONITORING_PROGRAM')),
  beyond_refills boolean not null,
  recorded_by uuid not null,
  recorded_at timestamptz not null,
  constraint fill_lasts_some_days check (days between 1 and 366)
);
create index medication_fill_by_order on medication_fill (order_id, filled_on);
create index medication_fill_by_patient on medication_fill (patient_id);
call protect_patient_table('medication_fill');
