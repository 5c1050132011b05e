-- The smallest patient table, to try the kit's mechanisms on.
create table remark (
  remark_id uuid primary key,
  organization_id uuid not null,
  patient_id uuid not null,
  labels int not null default 0,
  version bigint not null,
  code text not null,
  kind text not null,
  made_on date not null,
  wording text not null,
  withdrawn boolean not null default false,
  constraint remark_code_is_unique unique (code)
);
call protect_patient_table('remark');

-- What the trial's follower and timer did, in the order in which they did it.
create table effect (
  effect_id bigint generated always as identity primary key,
  organization_id uuid not null,
  event_id uuid not null,
  aggregate_id uuid not null,
  what text not null
);
call protect_organization_table('effect');
