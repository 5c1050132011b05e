-- Programs, their tracks and who oversees them; sites and staff as scheduling announces them.
create table site (
  site_id uuid primary key, organization_id uuid not null, code text not null, zone text not null, active boolean not null);
create table staff_member (
  staff_id uuid primary key, organization_id uuid not null, discipline text not null, roles text[] not null,
  supervisor_id uuid, active boolean not null);
create table program (
  program_id uuid primary key, organization_id uuid not null, code text not null, name text not null,
  version bigint not null, constraint program_code_is_unique unique (organization_id, code));
create table track (
  track_id uuid primary key, organization_id uuid not null, program_id uuid not null references program,
  code text not null, name text not null, population text not null, level_of_care text not null,
  schedule_model text not null, instrument text not null, planned_weeks int not null, sites uuid[] not null,
  active boolean not null, version bigint not null,
  constraint track_code_is_unique unique (organization_id, code),
  constraint planned_weeks_in_range check (planned_weeks between 1 and 52));
create table program_staff (
  program_id uuid not null references program, staff_id uuid not null, organization_id uuid not null, role text not null,
  primary key (program_id, staff_id, role));
call protect_organization_table('site');
call protect_organization_table('staff_member');
call protect_organization_table('program');
call protect_organization_table('track');
call protect_organization_table('program_staff');
grant delete on program_staff to ${service}_app;
