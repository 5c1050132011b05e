-- Where an alarm is told beside the service itself, and each telling of it. Nothing in it says who or what.
create table notice_target (
  target_id uuid primary key, organization_id uuid not null, name text not null, url text not null, secret bytea not null,
  active boolean not null, entered_by uuid not null, entered_at timestamptz not null);
call protect_organization_table('notice_target');
create table notice (
  notice_id uuid primary key, organization_id uuid not null, target_id uuid not null references notice_target,
  case_id uuid, raised_at timestamptz not null, state text not null check (state in ('PENDING', 'DELIVERED', 'FAILED')),
  attempts int not null default 0, next_try_at timestamptz not null, answer text, settled_at timestamptz);
create index notice_due on notice (next_try_at) where state = 'PENDING';
create index notice_by_case on notice (case_id, raised_at desc) where case_id is not null;
call protect_organization_table('notice');
