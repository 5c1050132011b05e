-- Appends an event. No notification here: commits that notify wait for each other, one disk write each. The
-- service rings for its relay after the commit.
create or replace function append_outbox(
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
  return number;
end $$;
