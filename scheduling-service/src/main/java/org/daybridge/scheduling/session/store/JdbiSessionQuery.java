package org.daybridge.scheduling.session.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.daybridge.kit.problem.BadRequest;
import org.daybridge.scheduling.session.SessionQuery;
import org.daybridge.scheduling.session.SessionView;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class JdbiSessionQuery implements SessionQuery {
  private static final RowMapper<SessionView> VIEW = (row, _) -> view(row);
  private static final RowMapper<PatientSessionView> OF_PATIENT = (row, _) -> ofPatient(row);
  private static final String START_OF_TIME = "0001-01-01T00:00:00Z";

  private final Jdbi jdbi;

  JdbiSessionQuery(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  private static SessionView view(ResultSet row) throws SQLException {
    Instant start = instant(row, "planned_start");
    String zone = row.getString("zone");
    return new SessionView(
        row.getObject("session_id", UUID.class),
        row.getObject("series_id", UUID.class),
        row.getString("track_code"),
        row.getString("type"),
        row.getObject("site_id", UUID.class),
        row.getObject("room_id", UUID.class),
        zone,
        row.getString("modality"),
        start,
        instant(row, "planned_end"),
        start.atZone(ZoneId.of(zone)).toLocalDateTime(),
        row.getInt("capacity"),
        row.getInt("taken"),
        List.of((UUID[]) row.getArray("facilitators").getArray()),
        row.getString("state"),
        instantOrNull(row, "actual_start"),
        instantOrNull(row, "actual_end"),
        row.getString("cancel_reason"),
        List.of((String[]) row.getArray("broken_rules").getArray()),
        row.getLong("version"));
  }

  private static PatientSessionView ofPatient(ResultSet row) throws SQLException {
    return new PatientSessionView(
        row.getObject("session_id", UUID.class),
        row.getObject("enrollment_id", UUID.class),
        row.getString("enrollment_state"),
        instantOrNull(row, "offer_until"),
        row.getString("type"),
        row.getObject("site_id", UUID.class),
        row.getObject("room_id", UUID.class),
        row.getString("zone"),
        row.getString("modality"),
        instant(row, "planned_start"),
        instant(row, "planned_end"),
        List.of((UUID[]) row.getArray("facilitators").getArray()),
        row.getString("session_state"),
        row.getString("status"),
        row.getObject("minutes", Integer.class));
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }

  private static @Nullable Instant instantOrNull(ResultSet row, String column) throws SQLException {
    OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
    return at == null ? null : at.toInstant();
  }

  @Override
  public Optional<SessionView> find(UUID id) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery("select * from session where session_id = :id")
                .bind("id", id)
                .map(VIEW)
                .findOne());
  }

  @Override
  public List<SessionView> list(Filter filter, int rows, @Nullable String after) {
    var from = After.read(after);
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "select * from session where planned_start >= :from and planned_start < :to"
                        + " and (planned_start, session_id) > (:afterStart, :afterId)"
                        + " and (cast(:site as uuid) is null or site_id = :site)"
                        + " and (cast(:track as text) is null or track_code = :track)"
                        + " and (cast(:staff as uuid) is null or :staff = any(facilitators))"
                        + " and (cast(:state as text) is null or state = :state)"
                        + " order by planned_start, session_id limit :rows")
                .bind("from", filter.from())
                .bind("to", filter.to())
                .bind("afterStart", from.start())
                .bind("afterId", from.id())
                .bindByType("site", filter.site(), UUID.class)
                .bindByType("track", filter.track(), String.class)
                .bindByType("staff", filter.staff(), UUID.class)
                .bindByType("state", filter.state(), String.class)
                .bind("rows", rows)
                .map(VIEW)
                .list());
  }

  @Override
  public List<PatientSessionView> ofPatient(
      UUID patient, Instant from, Instant to, int rows, @Nullable String after) {
    var begin = After.read(after);
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "select e.enrollment_id, e.state as enrollment_state, e.offer_until, s.session_id,"
                        + " s.type, s.site_id, s.room_id, s.zone, s.modality, s.planned_start,"
                        + " s.planned_end, s.facilitators, s.state as session_state, a.status, a.minutes"
                        + " from enrollment e join session s on s.session_id = e.session_id"
                        + " left join attendance a on a.session_id = e.session_id"
                        + " and a.patient_id = e.patient_id"
                        + " where e.patient_id = :patient and s.planned_start >= :from"
                        + " and s.planned_start < :to"
                        + " and (s.planned_start, s.session_id) > (:afterStart, :afterId)"
                        + " order by s.planned_start, s.session_id limit :rows")
                .bind("patient", patient)
                .bind("from", from)
                .bind("to", to)
                .bind("afterStart", begin.start())
                .bind("afterId", begin.id())
                .bind("rows", rows)
                .map(OF_PATIENT)
                .list());
  }

  /** Where a page begins: after this start and, among equals, this id. */
  private record After(Instant start, UUID id) {
    static After read(@Nullable String cursor) {
      if (cursor == null) {
        return new After(Instant.parse(START_OF_TIME), new UUID(0, 0));
      }
      try {
        int bar = cursor.indexOf('|');
        return new After(
            Instant.parse(cursor.substring(0, Math.max(bar, 0))),
            UUID.fromString(cursor.substring(bar + 1)));
      } catch (RuntimeException unreadable) {
        throw BadRequest.field("cursor", "is not one that this list gave");
      }
    }
  }
}
