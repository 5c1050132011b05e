-- Patterns in missed doses that others were told of: once for each stretch of days.
create table missed_dose_pattern (
  pattern_id uuid primary key,
  organization_id uuid not null,
  patient_id uuid not null,
  labels int not null default 3,
  order_id uuid,
  rule_id text not null,
  first_on date not null,
  last_on date not null,
  found_at timestamptz not null,
  constraint pattern_covers_some_days check (last_on >= first_on)
);
create index missed_dose_pattern_by_patient on missed_dose_pattern (patient_id, order_id, rule_id);
call protect_patient_table('missed_dose_pattern');
