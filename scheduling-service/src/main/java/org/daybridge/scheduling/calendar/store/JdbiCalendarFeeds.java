package org.daybridge.scheduling.calendar.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.daybridge.kit.identity.Callers;
import org.daybridge.scheduling.calendar.CalendarEvent;
import org.daybridge.scheduling.calendar.CalendarFeeds;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.RowMapper;

@ApplicationScoped
class JdbiCalendarFeeds implements CalendarFeeds {
  private static final RowMapper<Feed> FEED =
      (row, _) ->
          new Feed(
              row.getObject("feed_id", UUID.class),
              Owner.valueOf(row.getString("owner_kind")),
              row.getObject("owner_id", UUID.class),
              row.getBoolean("busy_only"),
              row.getObject("created_at", OffsetDateTime.class).toInstant());
  private static final String COLUMNS =
      "select s.session_id, s.planned_start, s.planned_end, s.zone, s.version, s.state,"
          + " r.content -> 'address' ->> 'line' as place from session s"
          + " join register_entry r on r.entry_id = s.site_id ";
  private static final String OF_PATIENT =
      "join enrollment e on e.session_id = s.session_id and e.patient_id = :owner and e.state ="
          + " 'BOOKED'";
  private static final String OF_STAFF = "and :owner = any(s.facilitators)";

  private final Jdbi jdbi;

  JdbiCalendarFeeds(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  @Override
  public void add(Feed feed, byte[] tokenHash) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(
                    "insert into calendar_feed (feed_id, organization_id, owner_kind, owner_id,"
                        + " token_hash, busy_only, created_at)"
                        + " values (:id, :org, :kind, :owner, :hash, :busy, :created)")
                .bind("id", feed.id())
                .bind("org", Callers.current().organizationId())
                .bind("kind", feed.owner().name())
                .bind("owner", feed.ownerId())
                .bind("hash", tokenHash)
                .bind("busy", feed.busyOnly())
                .bind("created", feed.createdAt())
                .execute());
  }

  @Override
  public Optional<Feed> byToken(byte[] tokenHash) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "select * from calendar_feed where token_hash = :hash and revoked_at is null")
                .bind("hash", tokenHash)
                .map(FEED)
                .findOne());
  }

  @Override
  public Optional<Feed> find(UUID id) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "select * from calendar_feed where feed_id = :id and revoked_at is null")
                .bind("id", id)
                .map(FEED)
                .findOne());
  }

  @Override
  public void revoke(UUID id, Instant at) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate("update calendar_feed set revoked_at = :at where feed_id = :id")
                .bind("id", id)
                .bind("at", at)
                .execute());
  }

  @Override
  public List<CalendarEvent> events(Feed feed, Instant from, Instant to) {
    String whose = feed.owner() == Owner.PATIENT ? OF_PATIENT : OF_STAFF;
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    COLUMNS
                        + whose
                        + " where s.planned_start >= :from and s.planned_start < :to"
                        + " order by s.planned_start")
                .bind("owner", feed.ownerId())
                .bind("from", from)
                .bind("to", to)
                .map((row, _) -> event(row))
                .list());
  }

  private static CalendarEvent event(ResultSet row) throws SQLException {
    return new CalendarEvent(
        row.getObject("session_id", UUID.class),
        row.getObject("planned_start", OffsetDateTime.class).toInstant(),
        row.getObject("planned_end", OffsetDateTime.class).toInstant(),
        ZoneId.of(row.getString("zone")),
        row.getLong("version"),
        "CANCELLED".equals(row.getString("state")),
        Optional.ofNullable(row.getString("place")));
  }
}
