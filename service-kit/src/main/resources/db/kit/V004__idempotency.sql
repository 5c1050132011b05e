-- The answer of a write, kept with the change itself: a retry after a lost reply gets the same answer.
create table idempotency (
  organization_id uuid not null,
  principal_id uuid not null,
  endpoint text not null,
  idempotency_key text not null,
  request_hash bytea not null,
  request_id uuid not null,
  patient_id uuid,
  status int not null,
  headers text not null,
  body text,
  answered_at timestamptz not null default clock_timestamp(),
  primary key (principal_id, endpoint, idempotency_key)
);
create index idempotency_by_age on idempotency (answered_at);

grant select, insert on idempotency to ${service}_app;
grant select, delete on idempotency to ${service}_worker;
