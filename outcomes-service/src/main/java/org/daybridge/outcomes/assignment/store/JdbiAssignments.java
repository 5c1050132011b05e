package org.daybridge.outcomes.assignment.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.daybridge.contract.intake.EpisodeId;
import org.daybridge.contract.intake.PatientId;
import org.daybridge.kit.audit.AuditTrail;
import org.daybridge.kit.identity.Callers;
import org.daybridge.outcomes.assignment.Assignment;
import org.daybridge.outcomes.assignment.Assignment.Occasion;
import org.daybridge.outcomes.assignment.Assignment.State;
import org.daybridge.outcomes.assignment.Assignments;
import org.daybridge.outcomes.assignment.LastMeasures;
import org.daybridge.outcomes.instrument.Instrument.AskedBy;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class JdbiAssignments implements Assignments, LastMeasures {
  private final Jdbi jdbi;

  JdbiAssignments(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  @Override
  public void add(Assignment assignment) {
    int added =
        jdbi.withHandle(
            handle ->
                handle
                    .createUpdate(
                        "insert into assignment (assignment_id, organization_id, patient_id,"
                            + " labels, episode_id, instrument, instrument_version, asked_by,"
                            + " occasion, opens_at, due_on, state, version) values (:id, :org,"
                            + " :patient, :labels, :episode, :instrument, :instrumentVersion,"
                            + " :askedBy, :occasion, :opensAt, :dueOn, 'DUE', 0) on conflict do"
                            + " nothing")
                    .bind("id", assignment.id())
                    .bind("org", Callers.current().organizationId())
                    .bind("patient", assignment.patient())
                    .bind("labels", assignment.labels())
                    .bind("episode", assignment.episode())
                    .bind("instrument", assignment.instrument())
                    .bind("instrumentVersion", assignment.instrumentVersion())
                    .bind("askedBy", assignment.askedBy().name())
                    .bind("occasion", assignment.occasion().name())
                    .bind("opensAt", assignment.opensAt())
                    .bind("dueOn", assignment.dueOn())
                    .execute());
    if (added > 0) {
      AuditTrail.created("Assignment", assignment.id(), assignment.patient().value());
    }
  }

  @Override
  public Optional<Assignment> find(UUID id) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery("select * from assignment where assignment_id = :id")
                .bind("id", id)
                .map((row, _) -> read(row))
                .findOne());
  }

  @Override
  public Optional<Assignment> openOf(PatientId patient, String instrument, String version) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "select * from assignment where patient_id = :patient and instrument ="
                        + " :instrument and instrument_version = :version and state = 'DUE' order"
                        + " by due_on, assignment_id limit 1")
                .bind("patient", patient)
                .bind("instrument", instrument)
                .bind("version", version)
                .map((row, _) -> read(row))
                .findOne());
  }

  @Override
  public void done(UUID id, UUID measureId, Instant at) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(
                    "update assignment set state = 'DONE', measure_id = :measure, settled_at = :at,"
                        + " version = version + 1 where assignment_id = :id")
                .bind("measure", measureId)
                .bind("at", at)
                .bind("id", id)
                .execute());
  }

  @Override
  public void missBefore(EpisodeId episode, LocalDate day, Instant at) {
    settle("MISSED", "due_on < :day", episode, day, at);
  }

  @Override
  public void closeAll(EpisodeId episode, Instant at) {
    settle("CLOSED", "due_on is distinct from :day", episode, LocalDate.EPOCH, at);
  }

  private void settle(String state, String which, EpisodeId episode, LocalDate day, Instant at) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(
                    "update assignment set state = :state, settled_at = :at, version = version + 1"
                        + " where episode_id = :episode and state = 'DUE' and "
                        + which)
                .bind("state", state)
                .bind("at", at)
                .bind("episode", episode)
                .bind("day", day)
                .execute());
  }

  @Override
  public List<Assignment> page(
      PatientId patient, @Nullable State state, int rows, @Nullable UUID after) {
    List<Assignment> found =
        jdbi.withHandle(
            handle ->
                handle
                    .createQuery(
                        "select * from assignment where patient_id = :patient"
                            + " and (cast(:state as text) is null or state = :state)"
                            + " and (cast(:after as uuid) is null or assignment_id > :after)"
                            + " order by assignment_id limit :rows")
                    .bind("patient", patient)
                    .bindByType("state", state == null ? null : state.name(), String.class)
                    .bindByType("after", after, UUID.class)
                    .bind("rows", rows)
                    .map((row, _) -> read(row))
                    .list());
    found.forEach(one -> AuditTrail.read("Assignment", one.id(), one.patient().value()));
    return found;
  }

  @Override
  public Optional<LocalDate> answeredOn(PatientId patient, String instrument) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "select (m.answered_at at time zone e.site_zone)::date from measure m"
                        + " join episode e using (episode_id) where m.patient_id = :patient"
                        + " and m.instrument = :instrument and m.status = 'COMPLETE'"
                        + " and m.corrected_by is null order by m.answered_at desc limit 1")
                .bind("patient", patient)
                .bind("instrument", instrument)
                .mapTo(LocalDate.class)
                .findOne());
  }

  private static Assignment read(ResultSet row) throws SQLException {
    OffsetDateTime settled = row.getObject("settled_at", OffsetDateTime.class);
    return new Assignment(
        row.getObject("assignment_id", UUID.class),
        new PatientId(row.getObject("patient_id", UUID.class)),
        new EpisodeId(row.getObject("episode_id", UUID.class)),
        row.getInt("labels"),
        row.getString("instrument"),
        row.getString("instrument_version"),
        AskedBy.valueOf(row.getString("asked_by")),
        Occasion.valueOf(row.getString("occasion")),
        row.getObject("opens_at", OffsetDateTime.class).toInstant(),
        row.getObject("due_on", LocalDate.class),
        State.valueOf(row.getString("state")),
        settled == null ? null : settled.toInstant(),
        row.getObject("measure_id", UUID.class),
        row.getLong("version"));
  }
}
