-- Thin registers: one document per record, and the columns that lists need, worked out of it.

create table amendment_request (
  id uuid primary key,
  organization_id uuid not null,
  patient_id uuid not null,
  labels int not null default 0,
  row_version int not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  body jsonb not null,
  state text not null generated always as (body #>> '{state,type}') stored,
  due_on text generated always as (body #>> '{state,dueOn}') stored
);
create index amendment_request_by_patient on amendment_request (patient_id, created_at desc, id desc);
create index amendment_request_due on amendment_request (patient_id) where state = 'Open';
call protect_patient_table('amendment_request');

create table protective_report (
  id uuid primary key,
  organization_id uuid not null,
  patient_id uuid not null,
  labels int not null default 0,
  row_version int not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  body jsonb not null,
  state text not null generated always as (body #>> '{state,type}') stored,
  reporter_id uuid not null generated always as ((body ->> 'reporter')::uuid) stored
);
create index protective_report_by_patient on protective_report (patient_id, created_at desc, id desc);
create index protective_report_due on protective_report (reporter_id) where state = 'Prepared';
call protect_patient_table('protective_report');

create table outside_provider (
  id uuid primary key,
  organization_id uuid not null,
  patient_id uuid not null,
  labels int not null default 0,
  row_version int not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  body jsonb not null,
  next_contact_on text generated always as (body ->> 'nextContactOn') stored
);
create index outside_provider_by_patient on outside_provider (patient_id, created_at desc, id desc);
call protect_patient_table('outside_provider');

create table thought_record (
  id uuid primary key,
  organization_id uuid not null,
  patient_id uuid not null,
  labels int not null default 0,
  row_version int not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  body jsonb not null
);
create index thought_record_by_patient on thought_record (patient_id, created_at desc, id desc);
call protect_patient_table('thought_record');

create table exposure_hierarchy (
  id uuid primary key,
  organization_id uuid not null,
  patient_id uuid not null,
  labels int not null default 0,
  row_version int not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  body jsonb not null
);
create index exposure_hierarchy_by_patient on exposure_hierarchy (patient_id, created_at desc, id desc);
call protect_patient_table('exposure_hierarchy');

create table trauma_readiness (
  id uuid primary key,
  organization_id uuid not null,
  patient_id uuid not null,
  labels int not null default 0,
  row_version int not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  body jsonb not null
);
create index trauma_readiness_by_patient on trauma_readiness (patient_id, created_at desc, id desc);
call protect_patient_table('trauma_readiness');

create table care_task (
  id uuid primary key,
  organization_id uuid not null,
  patient_id uuid not null,
  labels int not null default 0,
  row_version int not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  body jsonb not null,
  state text not null generated always as (body #>> '{state,type}') stored,
  owner_id uuid not null generated always as ((body ->> 'owner')::uuid) stored,
  due_on text not null generated always as (body ->> 'dueOn') stored
);
create index care_task_by_patient on care_task (patient_id, created_at desc, id desc);
create index care_task_open on care_task (owner_id, due_on) where state = 'Open';
call protect_patient_table('care_task');

-- Seen by the two who were there, and by nobody else.
create table supervision_entry (
  entry_id uuid primary key,
  organization_id uuid not null,
  supervisor_id uuid not null,
  supervisee_id uuid not null,
  kind text not null,
  started_at timestamptz not null,
  minutes int not null check (minutes between 1 and 480),
  topics text not null,
  note_ids uuid[] not null,
  constraint supervision_of_somebody_else check (supervisor_id <> supervisee_id)
);
create index supervision_entry_by_supervisee on supervision_entry (supervisee_id, started_at desc);
alter table supervision_entry enable row level security;
alter table supervision_entry force row level security;
create policy the_two_of_them on supervision_entry using (
  organization_id = (select nullif(current_setting('daybridge.organization', true), '')::uuid)
  and (select nullif(current_setting('daybridge.principal', true), '')::uuid) in (supervisor_id, supervisee_id))
  with check (
  organization_id = (select nullif(current_setting('daybridge.organization', true), '')::uuid)
  and supervisor_id = (select nullif(current_setting('daybridge.principal', true), '')::uuid));
grant select, insert on supervision_entry to ${service}_app;

create table support_offer (
  offer_id uuid primary key,
  organization_id uuid not null,
  kind text not null,
  name text not null,
  place text not null,
  address text not null,
  online boolean not null,
  weekday int check (weekday between 1 and 7),
  starts_at time,
  language text not null,
  phone text not null,
  verified_on date not null,
  active boolean not null
);
create index support_offer_by_place on support_offer (lower(place), weekday) where active;
call protect_organization_table('support_offer');
