package org.daybridge.kit.outbox;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** The inbox tables. Every call belongs to a transaction of the {@link Inbox}. */
@ApplicationScoped
class InboxRows {
  private static final int AT_ONCE = 200;

  private final Jdbi jdbi;
  private final EventSettings settings;

  InboxRows(Jdbi jdbi, EventSettings settings) {
    this.jdbi = jdbi;
    this.settings = settings;
  }

  record ParkedRow(long id, InboxRecord message) {}

  boolean keyIsBlocked(String topic, UUID key) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "select exists (select 1 from inbox_parked where consumer = :consumer and topic"
                        + " = :topic and key = :key and resolved_at is null and reason <>"
                        + " 'UNKNOWN_TYPE')")
                .bind("consumer", settings.consumer())
                .bind("topic", topic)
                .bind("key", key)
                .mapTo(Boolean.class)
                .one());
  }

  boolean anyKeyIsBlocked(List<Inbox.Arrival> arrivals) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "select exists (select 1 from inbox_parked p join unnest(:topics, :keys) as a(topic, key)"
                        + " on p.topic = a.topic and p.key = a.key where p.consumer = :consumer and"
                        + " p.resolved_at is null and p.reason <> 'UNKNOWN_TYPE')")
                .bind("consumer", settings.consumer())
                .bind(
                    "topics",
                    arrivals.stream()
                        .map(arrival -> arrival.message().topic())
                        .toArray(String[]::new))
                .bind("keys", ids(arrivals, Inbox.Arrival::key))
                .mapTo(Boolean.class)
                .one());
  }

  /** In the order of their ids, so that two who lock the same aggregates do not meet crosswise. */
  Map<UUID, Long> versionsOf(List<Inbox.Arrival> arrivals) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "select aggregate_id, version from inbox_stream where consumer = :consumer and"
                        + " aggregate_id = any(:ids) order by aggregate_id for update")
                .bind("consumer", settings.consumer())
                .bind("ids", ids(arrivals, arrival -> arrival.envelope().aggregateId()))
                .collectRows(
                    Collectors.toMap(
                        row -> row.getColumn("aggregate_id", UUID.class),
                        row -> row.getColumn("version", Long.class))));
  }

  /** Notes all of them as handled; returns those that were not noted before. */
  Set<UUID> firstSights(List<Inbox.Arrival> arrivals) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "insert into inbox (consumer, event_id, organization_id)"
                        + " select :consumer, * from unnest(:events, :orgs) on conflict do nothing"
                        + " returning event_id")
                .bind("consumer", settings.consumer())
                .bind("events", ids(arrivals, arrival -> arrival.envelope().eventId()))
                .bind("orgs", ids(arrivals, arrival -> arrival.envelope().organizationId()))
                .mapTo(UUID.class)
                .set());
  }

  void advance(Map<UUID, Long> versions) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(
                    "insert into inbox_stream select :consumer, * from unnest(:ids, :versions)"
                        + " on conflict (consumer, aggregate_id) do update set version ="
                        + " greatest(inbox_stream.version, excluded.version)")
                .bind("consumer", settings.consumer())
                .bind("ids", versions.keySet().toArray(UUID[]::new))
                .bind("versions", versions.values().toArray(Long[]::new))
                .execute());
  }

  private static UUID[] ids(List<Inbox.Arrival> arrivals, Function<Inbox.Arrival, UUID> id) {
    return arrivals.stream().map(id).toArray(UUID[]::new);
  }

  boolean firstSight(Envelope envelope) {
    return jdbi.withHandle(
            handle ->
                handle
                    .createUpdate(
                        "insert into inbox (consumer, event_id, organization_id) values (:consumer,"
                            + " :event, :org) on conflict do nothing")
                    .bind("consumer", settings.consumer())
                    .bind("event", envelope.eventId())
                    .bind("org", envelope.organizationId())
                    .execute())
        == 1;
  }

  long versionOf(UUID aggregate) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "select version from inbox_stream where consumer = :consumer and aggregate_id ="
                        + " :id for update")
                .bind("consumer", settings.consumer())
                .bind("id", aggregate)
                .mapTo(Long.class)
                .findOne()
                .orElse(0L));
  }

  void advance(Envelope envelope) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(
                    "insert into inbox_stream values (:consumer, :id, :version) on conflict"
                        + " (consumer, aggregate_id) do update set version ="
                        + " greatest(inbox_stream.version, excluded.version)")
                .bind("consumer", settings.consumer())
                .bind("id", envelope.aggregateId())
                .bind("version", envelope.aggregateVersion())
                .execute());
  }

  int park(
      InboxRecord message,
      @Nullable UUID key,
      @Nullable Envelope envelope,
      Parked reason,
      @Nullable String error) {
    return jdbi.withHandle(
        handle ->
            handle
                .createUpdate(
                    "insert into inbox_parked (consumer, topic, partition_number, record_offset,"
                        + " key, event_id, aggregate_id, aggregate_version, type, reason,"
                        + " error_class, record) values (:consumer, :topic, :partition, :offset,"
                        + " :key, :event, :aggregate, :version, :type, :reason, :error, :record) on"
                        + " conflict (consumer, topic, partition_number, record_offset) do nothing")
                .bind("consumer", settings.consumer())
                .bind("topic", message.topic())
                .bind("partition", message.partition())
                .bind("offset", message.offset())
                .bindByType("key", key, UUID.class)
                .bindByType("event", envelope == null ? null : envelope.eventId(), UUID.class)
                .bindByType(
                    "aggregate", envelope == null ? null : envelope.aggregateId(), UUID.class)
                .bindByType(
                    "version", envelope == null ? null : envelope.aggregateVersion(), Long.class)
                .bindByType("type", envelope == null ? null : envelope.type(), String.class)
                .bind("reason", reason.name())
                .bindByType("error", error, String.class)
                .bind("record", message.value())
                .execute());
  }

  /**
   * The row of each topic and key whose turn it is: the first open one, or when that waits for an
   * earlier event of its aggregate, the earliest of the aggregate that came meanwhile. A row that
   * waits for a person holds its key; one that was tried in vain rests a little longer each time.
   */
  List<ParkedRow> ready() {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "with waiting as (select * from inbox_parked where consumer = :consumer and"
                        + " resolved_at is null and key is not null and reason <> 'UNKNOWN_TYPE'),"
                        + " head as (select distinct on (topic, key) * from waiting order by topic,"
                        + " key, id), turn as (select distinct on (w.topic, w.key) w.* from head h"
                        + " join waiting w on w.topic = h.topic and w.key = h.key and (w.id = h.id"
                        + " or h.reason = 'GAP' and w.aggregate_id = h.aggregate_id) order by"
                        + " w.topic, w.key, w.aggregate_version, w.id) select * from turn where"
                        + " reason in ('GAP', 'NOT_YET_KNOWN', 'BEHIND') and (tried_at is null or"
                        + " tried_at + least(attempts, 20) * interval '250 ms' <="
                        + " clock_timestamp()) order by id limit :most")
                .bind("consumer", settings.consumer())
                .bind("most", AT_ONCE)
                .map(
                    (row, _) ->
                        new ParkedRow(
                            row.getLong("id"),
                            new InboxRecord(
                                row.getString("topic"),
                                row.getInt("partition_number"),
                                row.getLong("record_offset"),
                                row.getString("key"),
                                row.getBytes("record"))))
                .list());
  }

  int resolve(long id) {
    return jdbi.withHandle(
        handle ->
            handle
                .createUpdate(
                    "update inbox_parked set resolved_at = clock_timestamp() where id = :id")
                .bind("id", id)
                .execute());
  }

  int stillParked(long id, Parked reason, @Nullable String error) {
    return jdbi.withHandle(
        handle ->
            handle
                .createUpdate(
                    "update inbox_parked set attempts = attempts + 1, tried_at = clock_timestamp(),"
                        + " reason = :reason, error_class = :error where id = :id")
                .bind("id", id)
                .bind("reason", reason.name())
                .bindByType("error", error, String.class)
                .execute());
  }

  int reopenUnknown(Set<String> types) {
    return jdbi.withHandle(
        handle ->
            handle
                .createUpdate(
                    "update inbox_parked set reason = 'BEHIND' where consumer = :consumer and"
                        + " resolved_at is null and reason = 'UNKNOWN_TYPE' and type = any(:types)")
                .bind("consumer", settings.consumer())
                .bind("types", types.toArray(String[]::new))
                .execute());
  }

  int reopenFailed() {
    return jdbi.withHandle(
        handle ->
            handle
                .createUpdate(
                    "update inbox_parked set reason = 'BEHIND' where consumer = :consumer"
                        + " and resolved_at is null and reason = 'FAILED'")
                .bind("consumer", settings.consumer())
                .execute());
  }

  long open() {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "select count(*) from inbox_parked where consumer = :consumer and resolved_at"
                        + " is null")
                .bind("consumer", settings.consumer())
                .mapTo(Long.class)
                .one());
  }
}
