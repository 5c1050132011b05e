-- A week that is being laid out, or was. The best plan so far is stored while the search runs, so that a restart
-- loses seconds of it. A solver holds its row by a lease that it renews; when it dies another takes up the best plan.
create table week_plan (
  plan_id uuid primary key,
  organization_id uuid not null,
  name text not null,
  problem text not null,
  seed bigint not null,
  seconds int not null check (seconds between 1 and 3600),
  searched_ms bigint not null default 0,
  state text not null check (state in ('QUEUED', 'RUNNING', 'STOPPED', 'DONE', 'FAILED')),
  stop_asked boolean not null default false,
  solution text,
  hard bigint,
  medium bigint,
  soft bigint,
  moves bigint not null default 0,
  leased_by uuid,
  leased_until timestamptz,
  created_at timestamptz not null,
  created_by uuid not null,
  changed_at timestamptz not null,
  constraint a_plan_has_its_score check (num_nonnulls(solution, hard, medium, soft) in (0, 4)),
  constraint who_runs_holds_a_lease check ((state = 'RUNNING') = (leased_by is not null))
);
create index week_plan_to_do on week_plan (created_at) where state in ('QUEUED', 'RUNNING');
call protect_organization_table('week_plan');
