-- Which tracks a program has, as intake tells it.
create table program_track (
  track_id uuid primary key,
  organization_id uuid not null,
  program_id uuid not null,
  code text not null,
  active boolean not null
);
create index track_of_program on program_track (program_id);
call protect_organization_table('program_track');

-- The plan that people know already: what stood when this one was asked for.
alter table week_plan add column earlier text;

-- The sessions of the clinic's own calendar that a plan lays out, as they were when it was asked for.
create table week_plan_session (
  plan_id uuid not null references week_plan (plan_id),
  session_id uuid not null references session (session_id),
  organization_id uuid not null,
  version bigint not null,
  booked uuid[] not null,
  accepted_at timestamptz,
  accepted_by uuid,
  primary key (plan_id, session_id),
  constraint accepted_by_somebody check ((accepted_at is null) = (accepted_by is null))
);
create index week_plan_of_session on week_plan_session (session_id);
call protect_organization_table('week_plan_session');
