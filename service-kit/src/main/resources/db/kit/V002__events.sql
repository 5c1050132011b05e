-- Events out. The row commits with the change that it tells of. Rows stay: the table is the log from which a
-- follower's projection can be rebuilt.
create table outbox (
  seq bigint generated always as identity primary key,
  organization_id uuid not null,
  event_id uuid not null,
  type text not null,
  version int not null,
  key uuid not null,
  aggregate_id uuid not null,
  aggregate_version bigint not null,
  patient_id uuid,
  episode_id uuid,
  occurred_at timestamptz not null,
  recorded_at timestamptz not null default clock_timestamp(),
  correlation_id uuid not null,
  causation_id uuid,
  actor_id uuid not null,
  labels int not null,
  payload text not null,
  published_at timestamptz,
  attempts int not null default 0,
  blocked_at timestamptz,
  constraint event_is_appended_once unique (event_id),
  constraint aggregate_version_has_no_twin unique (aggregate_id, aggregate_version)
);
create index outbox_pending on outbox (seq) where published_at is null;
create index outbox_blocked on outbox (key, seq) where blocked_at is not null;

-- Locked by the writer before it takes its number: the order of numbers is the order of commits.
create table outbox_key (key uuid primary key, appended bigint not null);
create table outbox_stream (aggregate_id uuid primary key, version bigint not null);

create function append_outbox(
  event_id uuid, organization_id uuid, type text, version int, key uuid, aggregate_id uuid, patient_id uuid,
  episode_id uuid, occurred_at timestamptz, correlation_id uuid, causation_id uuid, actor_id uuid, labels int,
  payload text) returns bigint language plpgsql as $$
declare
  number bigint;
begin
  insert into outbox_key as k values (append_outbox.key, 1)
    on conflict on constraint outbox_key_pkey do update set appended = k.appended + 1;
  insert into outbox_stream as s values (append_outbox.aggregate_id, 1)
    on conflict on constraint outbox_stream_pkey do update set version = s.version + 1
    returning s.version into number;
  insert into outbox (event_id, organization_id, type, version, key, aggregate_id, aggregate_version, patient_id,
      episode_id, occurred_at, correlation_id, causation_id, actor_id, labels, payload)
    values (append_outbox.event_id, append_outbox.organization_id, append_outbox.type, append_outbox.version,
      append_outbox.key, append_outbox.aggregate_id, number, append_outbox.patient_id, append_outbox.episode_id,
      append_outbox.occurred_at, append_outbox.correlation_id, append_outbox.causation_id, append_outbox.actor_id,
      append_outbox.labels, append_outbox.payload);
  perform pg_notify('daybridge_outbox', '');
  return number;
end $$;

-- Events in. A row here and the effect of the event commit together.
create table inbox (
  consumer text not null,
  event_id uuid not null,
  organization_id uuid not null,
  handled_at timestamptz not null default clock_timestamp(),
  primary key (consumer, event_id)
);
create table inbox_stream (
  consumer text not null,
  aggregate_id uuid not null,
  version bigint not null,
  primary key (consumer, aggregate_id)
);

-- What could not be handled waits here, in order of arrival per topic and key.
create table inbox_parked (
  id bigint generated always as identity primary key,
  consumer text not null,
  topic text not null,
  partition_number int not null,
  record_offset bigint not null,
  key uuid,
  event_id uuid,
  aggregate_id uuid,
  aggregate_version bigint,
  type text,
  reason text not null check (reason in ('GAP', 'NOT_YET_KNOWN', 'BEHIND', 'UNKNOWN_TYPE', 'FAILED', 'POISON')),
  error_class text,
  record bytea not null,
  attempts int not null default 0,
  parked_at timestamptz not null default clock_timestamp(),
  tried_at timestamptz,
  resolved_at timestamptz,
  constraint record_is_parked_once unique (consumer, topic, partition_number, record_offset)
);
create index inbox_parked_open on inbox_parked (consumer, topic, key, id) where resolved_at is null;

grant insert, select on outbox to ${service}_app;
grant select, insert, update on outbox_key, outbox_stream to ${service}_app;
grant select, update on outbox to ${service}_worker;
grant select, insert, update on inbox, inbox_stream, inbox_parked to ${service}_app;
grant select, update on inbox_parked to ${service}_worker;
