-- What must happen at a time. One open timer per kind and subject.
create table timer (
  timer_id uuid primary key,
  organization_id uuid not null,
  kind text not null,
  subject_id uuid not null,
  due_at timestamptz not null,
  details text,
  fired_at timestamptz,
  cancelled_at timestamptz,
  attempts int not null default 0,
  failed_at timestamptz
);
create unique index one_open_timer_per_subject on timer (kind, subject_id)
  where fired_at is null and cancelled_at is null;
create index timer_due on timer (due_at)
  where fired_at is null and cancelled_at is null and failed_at is null;

grant select, insert, update on timer to ${service}_app;
grant select, update on timer to ${service}_worker;
