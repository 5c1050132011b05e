-- What other services told us, as far as rules here need it.

create table care_episode (
  episode_id uuid primary key,
  organization_id uuid not null,
  patient_id uuid not null,
  labels int not null default 0,
  track_code text not null,
  population text not null,
  level_of_care text not null,
  site_zone text not null,
  admitted_at timestamptz not null,
  admitted_on date not null,
  primary_clinician uuid not null,
  discharged_at timestamptz,
  discharge_planned boolean
);
create index care_episode_by_patient on care_episode (patient_id, admitted_at desc);
call protect_patient_table('care_episode');

create table completed_assessment (
  assessment_id uuid primary key,
  organization_id uuid not null,
  patient_id uuid not null,
  labels int not null default 0,
  kind text not null,
  completed_at timestamptz not null
);
create index completed_assessment_by_patient on completed_assessment (patient_id);
call protect_patient_table('completed_assessment');

create table staff_member (
  staff_id uuid primary key,
  organization_id uuid not null,
  discipline text not null,
  roles text[] not null,
  licenses jsonb not null,
  supervisor_id uuid,
  active boolean not null
);
call protect_organization_table('staff_member');

create table session_calendar (
  session_id uuid primary key,
  organization_id uuid not null,
  session_type text not null,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  zone text not null,
  facilitators uuid[] not null,
  cancelled_at timestamptz
);
create index session_calendar_by_facilitator on session_calendar using gin (facilitators);
call protect_organization_table('session_calendar');

create table attendance (
  attendance_id uuid primary key,
  organization_id uuid not null,
  patient_id uuid not null,
  labels int not null default 0,
  episode_id uuid,
  session_id uuid not null,
  session_type text not null,
  started_at timestamptz not null,
  ended_at timestamptz not null,
  minutes int not null,
  clinical boolean not null,
  status text not null,
  note_due_at timestamptz not null,
  constraint attendance_once_per_session unique (patient_id, session_id)
);
create index attendance_by_session on attendance (session_id);
create index attendance_note_due on attendance (patient_id, note_due_at);
call protect_patient_table('attendance');
