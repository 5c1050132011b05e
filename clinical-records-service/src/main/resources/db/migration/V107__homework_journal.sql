-- Homework between sessions, practiced skills, and the patient's journal.

create table homework (
  homework_id uuid primary key,
  organization_id uuid not null,
  patient_id uuid not null,
  labels int not null default 0,
  row_version int not null,
  episode_id uuid not null,
  goal_id uuid,
  skill text,
  title text not null,
  instructions text not null,
  assigned_by uuid not null,
  assigned_at timestamptz not null,
  due_on date not null,
  submission text,
  submitted_at timestamptz,
  feedback text,
  reviewed_by uuid,
  reviewed_at timestamptz,
  constraint homework_submitted check (reviewed_at is null or submitted_at is not null)
);
create index homework_by_patient on homework (patient_id, assigned_at desc);
call protect_patient_table('homework');

create table skill_practice (
  practice_id uuid primary key,
  organization_id uuid not null,
  patient_id uuid not null,
  labels int not null default 0,
  skill text not null,
  practiced_at timestamptz not null,
  received_at timestamptz not null,
  helped int not null,
  constraint practice_rating_range check (helped between 0 and 10)
);
create index skill_practice_by_patient on skill_practice (patient_id, practiced_at desc);
call protect_patient_table('skill_practice');

-- An entry is the patient's own until they share it; a grant alone does not open it.
create table journal_entry (
  entry_id uuid primary key,
  organization_id uuid not null,
  patient_id uuid not null,
  labels int not null default 0,
  written_at timestamptz not null,
  received_at timestamptz not null,
  text text not null,
  shared_at timestamptz
);
create index journal_entry_by_patient on journal_entry (patient_id, written_at desc);
call protect_patient_table('journal_entry');
create policy private_until_shared on journal_entry as restrictive for select using (
  shared_at is not null
  or patient_id = (select nullif(current_setting('daybridge.principal', true), '')::uuid));
create policy only_the_patient_writes on journal_entry as restrictive for insert with check (
  patient_id = (select nullif(current_setting('daybridge.principal', true), '')::uuid));
create policy only_the_patient_shares on journal_entry as restrictive for update using (
  patient_id = (select nullif(current_setting('daybridge.principal', true), '')::uuid));
