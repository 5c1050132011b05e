package org.daybridge.records.attendance.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.daybridge.contract.intake.PatientId;
import org.daybridge.contract.scheduling.SessionId;
import org.daybridge.contract.scheduling.StaffId;
import org.daybridge.kit.identity.Callers;
import org.daybridge.kit.identity.RowAccess;
import org.daybridge.records.attendance.Attendances;
import org.daybridge.records.attendance.Attended;
import org.daybridge.records.attendance.CalendarEntry;
import org.daybridge.records.episode.Episode;
import org.jdbi.v3.core.Jdbi;

/** Projection of scheduling's sessions and attendance. */
@ApplicationScoped
class JdbiAttendances implements Attendances {

  private final Jdbi jdbi;
  private final RowAccess access;

  JdbiAttendances(Jdbi jdbi, RowAccess access) {
    this.jdbi = jdbi;
    this.access = access;
  }

  @Override
  public void save(Attended attended, Episode episode) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(
                    "insert into attendance (attendance_id, organization_id, patient_id, labels,"
                        + " episode_id, session_id, session_type, started_at, ended_at, minutes,"
                        + " clinical, status, note_due_at) values (:id, :org, :patient, :labels,"
                        + " :episode, :session, :type, :startedAt, :endedAt, :minutes, :clinical,"
                        + " :status, :noteDueAt) on conflict (patient_id, session_id) do update set"
                        + " started_at = excluded.started_at, ended_at = excluded.ended_at,"
                        + " minutes = excluded.minutes, clinical = excluded.clinical,"
                        + " status = excluded.status")
                .bind("id", attended.attendance())
                .bind("org", Callers.current().organizationId())
                .bind("patient", attended.patient())
                .bind("labels", episode.labels())
                .bind("episode", episode.id())
                .bind("session", attended.session())
                .bind("type", attended.sessionType())
                .bind("startedAt", attended.startedAt())
                .bind("endedAt", attended.endedAt())
                .bind("minutes", attended.minutes())
                .bind("clinical", attended.clinical())
                .bind("status", attended.status())
                .bind("noteDueAt", attended.noteDueAt())
                .execute());
  }

  @Override
  public Optional<Attended> find(PatientId patient, SessionId session) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "select * from attendance where patient_id = :patient and session_id = :session")
                .bind("patient", patient)
                .bind("session", session)
                .map((row, _) -> attended(row))
                .findOne());
  }

  /** Everybody, also whom the leader has no grant for: a note must not close over a patient. */
  @Override
  public Set<PatientId> present(SessionId session) {
    return access.elevated(
        jdbi,
        "clinical-records",
        () ->
            jdbi.withHandle(
                handle ->
                    handle
                        .createQuery(
                            "select patient_id from attendance where session_id = :session"
                                + " and minutes > 0")
                        .bind("session", session)
                        .mapTo(UUID.class)
                        .collect(Collectors.mapping(PatientId::new, Collectors.toSet()))));
  }

  @Override
  public boolean ledBy(SessionId session, StaffId leader) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "select exists (select 1 from session_calendar where session_id = :session and"
                        + " :leader = any(facilitators))")
                .bind("session", session)
                .bind("leader", leader)
                .mapTo(Boolean.class)
                .one());
  }

  @Override
  public void save(CalendarEntry entry) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(
                    "insert into session_calendar (session_id, organization_id, session_type,"
                        + " starts_at, ends_at, zone, facilitators) values (:session, :org, :type,"
                        + " :startsAt, :endsAt, :zone, :facilitators) on conflict (session_id) do"
                        + " update set starts_at = excluded.starts_at, ends_at = excluded.ends_at,"
                        + " facilitators = excluded.facilitators, cancelled_at = null")
                .bind("session", entry.session())
                .bind("org", Callers.current().organizationId())
                .bind("type", entry.sessionType())
                .bind("startsAt", entry.startsAt())
                .bind("endsAt", entry.endsAt())
                .bind("zone", entry.zone())
                .bindArray(
                    "facilitators",
                    UUID.class,
                    entry.facilitators().stream().map(StaffId::value).toList())
                .execute());
  }

  @Override
  public void cancel(SessionId session, Instant at) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(
                    "update session_calendar set cancelled_at = :at where session_id = :session")
                .bind("session", session)
                .bind("at", at)
                .execute());
  }

  private static Attended attended(ResultSet row) throws SQLException {
    return new Attended(
        row.getObject("attendance_id", UUID.class),
        new PatientId(row.getObject("patient_id", UUID.class)),
        new SessionId(row.getObject("session_id", UUID.class)),
        row.getString("session_type"),
        instant(row, "started_at"),
        instant(row, "ended_at"),
        row.getInt("minutes"),
        row.getBoolean("clinical"),
        row.getString("status"),
        instant(row, "note_due_at"));
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }
}
