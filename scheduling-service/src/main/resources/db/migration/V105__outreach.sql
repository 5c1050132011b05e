-- Whoever did not come is called. Open risk cases, as outcomes tells them, make it urgent.
create table risk_flag (
  risk_case_id uuid primary key,
  organization_id uuid not null,
  patient_id uuid not null,
  labels int not null default 0,
  level text not null,
  raised_at timestamptz not null,
  closed_at timestamptz
);
create index risk_flag_open on risk_flag (patient_id) where closed_at is null;
call protect_patient_table('risk_flag');

create table outreach (
  outreach_id uuid primary key,
  organization_id uuid not null,
  patient_id uuid not null,
  labels int not null default 0,
  session_id uuid not null references session (session_id),
  opened_at timestamptz not null,
  urgent boolean not null,
  attempts jsonb not null,
  contacted_at timestamptz,
  outcome text check (outcome in ('REACHED', 'WELFARE_CHECK', 'ARRIVED')),
  closed_at timestamptz,
  version bigint not null,
  constraint one_outreach_per_absence unique (session_id, patient_id)
);
create index outreach_open on outreach (organization_id, opened_at, outreach_id) where closed_at is null;
call protect_patient_table('outreach');
