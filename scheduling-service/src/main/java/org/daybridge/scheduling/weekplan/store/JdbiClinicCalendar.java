package org.daybridge.scheduling.weekplan.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.daybridge.contract.intake.PatientId;
import org.daybridge.contract.intake.ProgramId;
import org.daybridge.contract.intake.TrackId;
import org.daybridge.contract.scheduling.SessionId;
import org.daybridge.kit.identity.Callers;
import org.daybridge.scheduling.weekplan.ClinicCalendar;
import org.daybridge.scheduling.weekplan.ClinicSnapshot.Held;
import org.daybridge.scheduling.weekplan.WeekProblem;
import org.jdbi.v3.core.Jdbi;

@ApplicationScoped
class JdbiClinicCalendar implements ClinicCalendar {
  private static final String HELD =
      "select s.*, array(select e.patient_id from enrollment e where e.session_id = s.session_id"
          + " and e.state = 'BOOKED' order by 1) as booked from session s"
          + " where s.state = 'PLANNED' and ";

  private final Jdbi jdbi;

  JdbiClinicCalendar(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  @Override
  public void track(TrackId track, ProgramId program, String code, boolean active) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(
                    "insert into program_track (track_id, organization_id, program_id, code, active)"
                        + " values (:track, :org, :program, :code, :active) on conflict (track_id)"
                        + " do update set program_id = excluded.program_id, code = excluded.code,"
                        + " active = excluded.active")
                .bind("track", track)
                .bind("org", Callers.current().organizationId())
                .bind("program", program)
                .bind("code", code)
                .bind("active", active)
                .execute());
  }

  @Override
  public Set<String> tracks(ProgramId program) {
    List<String> codes =
        jdbi.withHandle(
            handle ->
                handle
                    .createQuery(
                        "select code from program_track where program_id = :program and active")
                    .bind("program", program)
                    .mapTo(String.class)
                    .list());
    return new TreeSet<>(codes);
  }

  @Override
  public List<Held> planned(Instant from, Instant to) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    HELD
                        + "s.planned_start >= :from and s.planned_start < :to"
                        + " order by s.planned_start, s.session_id")
                .bind("from", from)
                .bind("to", to)
                .map((row, _) -> held(row))
                .list());
  }

  @Override
  public List<Held> held(Collection<UUID> sessions) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    HELD + "s.session_id = any(:ids) order by s.session_id for update of s")
                .bind("ids", sessions.toArray(UUID[]::new))
                .map((row, _) -> held(row))
                .list());
  }

  @Override
  public List<WeekProblem.Pair> noContact(Set<PatientId> people) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "select patient_id, other_patient_id from no_contact where patient_id < other_patient_id"
                        + " and patient_id = any(:ids) and other_patient_id = any(:ids) order by 1, 2")
                .bind("ids", people.stream().map(PatientId::value).toArray(UUID[]::new))
                .map((row, _) -> new WeekProblem.Pair(row.getString(1), row.getString(2)))
                .list());
  }

  private static Held held(ResultSet row) throws SQLException {
    return new Held(
        new SessionId(row.getObject("session_id", UUID.class)),
        Optional.ofNullable(row.getObject("series_id", UUID.class)),
        Optional.ofNullable(row.getString("track_code")),
        row.getString("type"),
        row.getObject("site_id", UUID.class),
        Optional.ofNullable(row.getObject("room_id", UUID.class)),
        row.getObject("planned_start", OffsetDateTime.class).toInstant(),
        row.getObject("planned_end", OffsetDateTime.class).toInstant(),
        row.getInt("capacity"),
        List.of((UUID[]) row.getArray("facilitators").getArray()),
        Arrays.stream((UUID[]) row.getArray("booked").getArray())
            .map(PatientId::new)
            .collect(Collectors.toUnmodifiableSet()),
        row.getLong("version"));
  }
}
