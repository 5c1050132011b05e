-- Results that outcomes-service recorded: this service decides on them and owns none of them.
create table result (
  result_id uuid primary key,
  organization_id uuid not null,
  patient_id uuid not null,
  labels int not null default 3,
  code text not null,
  value numeric,
  unit text,
  observed_on date not null,
  observed_at timestamptz not null
);
create index result_by_patient on result (patient_id, observed_at desc);
call protect_patient_table('result');

-- A result that asked for action when it came, under what was taken then.
create table result_flag (
  result_id uuid not null references result,
  rule_id text not null,
  organization_id uuid not null,
  patient_id uuid not null,
  labels int not null default 3,
  severity text not null,
  drugs text[] not null,
  message text not null,
  action text not null,
  flagged_at timestamptz not null,
  primary key (result_id, rule_id)
);
create index result_flag_by_patient on result_flag (patient_id, flagged_at desc);
call protect_patient_table('result_flag');
