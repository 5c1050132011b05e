create table medication_order (
  order_id uuid primary key,
  organization_id uuid not null,
  patient_id uuid not null,
  labels int not null default 3,
  version int not null,
  episode_id uuid,
  number int not null,
  rxcui text not null,
  ingredient text,
  name text not null,
  schedule text,
  status text not null check (status in ('ACTIVE', 'ON_HOLD', 'STOPPED', 'COMPLETED')),
  status_reason text,
  status_changed_at timestamptz not null,
  declared_second boolean not null default false,
  needs_taper boolean not null default false,
  ordered_by uuid not null,
  ordered_at timestamptz not null,
  constraint order_number_counts_up check (number >= 1)
);
create index medication_order_by_patient on medication_order (patient_id, order_id);
-- One active order per drug, unless the prescriber declared the second one.
create unique index one_active_order_per_drug on medication_order (patient_id, rxcui)
  where status in ('ACTIVE', 'ON_HOLD') and not declared_second;
call protect_patient_table('medication_order');

-- Every dose that was ever ordered: superseded, never overwritten.
create table order_version (
  order_id uuid not null references medication_order,
  number int not null,
  organization_id uuid not null,
  patient_id uuid not null,
  labels int not null default 3,
  amount numeric not null,
  unit text not null check (unit in ('MCG', 'MG', 'G')),
  mg_per_day numeric not null,
  frequency int not null,
  period int not null,
  period_unit text not null check (period_unit in ('HOUR', 'DAY', 'WEEK', 'MONTH')),
  times text[] not null default '{}',
  as_needed boolean not null,
  route text not null,
  form text,
  indication_code text,
  indication text,
  target_symptom text,
  starts_on date not null,
  ends_on date,
  supply_days int,
  quantity numeric,
  refills int not null,
  written_by uuid not null,
  written_at timestamptz not null,
  superseded_at timestamptz,
  primary key (order_id, number),
  constraint dose_is_positive check (amount > 0 and mg_per_day > 0),
  constraint order_ends_after_it_starts check (ends_on is null or ends_on >= starts_on),
  constraint refills_are_not_negative check (refills >= 0)
);
create index order_version_by_patient on order_version (patient_id, written_at);
call protect_patient_table('order_version');

-- What the check showed when an order was written, and what the prescriber said to it.
create table order_alert (
  alert_id uuid primary key,
  organization_id uuid not null,
  patient_id uuid not null,
  labels int not null default 3,
  order_id uuid not null,
  number int not null,
  type text not null,
  severity text not null,
  rule_id text not null,
  drugs text[] not null,
  message text not null,
  action text not null,
  evidence_status text not null,
  override_reason text,
  attested boolean not null default false,
  agreed_by uuid,
  knowledge_version text not null,
  shown_to uuid not null,
  shown_at timestamptz not null
);
create index order_alert_by_order on order_alert (order_id, number);
create index order_alert_by_patient on order_alert (patient_id, alert_id);
call protect_patient_table('order_alert');

-- A second prescriber agrees to give a drug in spite of one named contraindication.
create table override_agreement (
  agreement_id uuid primary key,
  organization_id uuid not null,
  patient_id uuid not null,
  labels int not null default 3,
  rxcui text not null,
  rule_id text not null,
  agreed_by uuid not null,
  agreed_at timestamptz not null,
  valid_to timestamptz not null
);
create index override_agreement_by_patient on override_agreement (patient_id, rxcui);
call protect_patient_table('override_agreement');

-- Queries of the prescription monitoring program, also those that failed.
create table pdmp_query (
  query_id uuid primary key,
  organization_id uuid not null,
  patient_id uuid not null,
  labels int not null default 3,
  state text not null,
  queried_by uuid not null,
  queried_at timestamptz not null,
  reachable boolean not null,
  lookback_days int,
  reviewed boolean not null
);
create index pdmp_query_by_patient on pdmp_query (patient_id, queried_at desc);
call protect_patient_table('pdmp_query');
