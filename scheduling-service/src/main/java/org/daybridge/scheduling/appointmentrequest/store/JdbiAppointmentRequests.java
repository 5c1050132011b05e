package org.daybridge.scheduling.appointmentrequest.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.daybridge.contract.intake.PatientId;
import org.daybridge.contract.scheduling.SessionId;
import org.daybridge.kit.decision.NotVisible;
import org.daybridge.kit.identity.Callers;
import org.daybridge.kit.problem.BadRequest;
import org.daybridge.scheduling.appointmentrequest.AppointmentRequest;
import org.daybridge.scheduling.appointmentrequest.AppointmentRequest.Outcome;
import org.daybridge.scheduling.appointmentrequest.AppointmentRequest.Settled;
import org.daybridge.scheduling.appointmentrequest.AppointmentRequests;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class JdbiAppointmentRequests implements AppointmentRequests {
  private final Jdbi jdbi;

  JdbiAppointmentRequests(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  @Override
  public void add(AppointmentRequest request) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(
                    "insert into appointment_request (request_id, organization_id, patient_id, labels, reason,"
                        + " wanted_by, requested_at) values (:id, :org, :patient, :labels, :reason, :by, :at)"
                        + " on conflict (request_id) do nothing")
                .bind("id", request.id())
                .bind("org", Callers.current().organizationId())
                .bind("patient", request.patient())
                .bind("labels", request.labels())
                .bind("reason", request.reason())
                .bind("by", request.wantedBy())
                .bind("at", request.requestedAt())
                .execute());
  }

  @Override
  public AppointmentRequest require(UUID id) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery("select * from appointment_request where request_id = :id for update")
                .bind("id", id)
                .map((row, _) -> read(row))
                .findOne()
                .orElseThrow(() -> new NotVisible("AppointmentRequest", id)));
  }

  @Override
  public void settle(AppointmentRequest request) {
    Settled how = request.settled().orElseThrow();
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(
                    "update appointment_request set outcome = :outcome, session_id = :session,"
                        + " settled_at = :at, settled_by = :by where request_id = :id")
                .bind("outcome", how.outcome().name())
                .bindByType("session", how.session().map(SessionId::value).orElse(null), UUID.class)
                .bind("at", how.at())
                .bind("by", Callers.current().principalId())
                .bind("id", request.id())
                .execute());
  }

  @Override
  public void discharge(PatientId patient, Instant at) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(
                    "update appointment_request set outcome = 'DISCHARGED', settled_at = :at"
                        + " where patient_id = :patient and outcome is null")
                .bind("at", at)
                .bind("patient", patient)
                .execute());
  }

  @Override
  public List<AppointmentRequest> open(int rows, @Nullable String after) {
    String[] parts = after == null ? new String[] {"0001-01-01", ""} : after.split(" ", 2);
    try {
      LocalDate day = LocalDate.parse(parts[0]);
      UUID id = parts[1].isEmpty() ? new UUID(0, 0) : UUID.fromString(parts[1]);
      return open(rows, day, id);
    } catch (IllegalArgumentException | DateTimeException | ArrayIndexOutOfBoundsException e) {
      throw BadRequest.field("cursor", "is not one that this list gave");
    }
  }

  private List<AppointmentRequest> open(int rows, LocalDate day, UUID id) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "select * from appointment_request where outcome is null"
                        + " and (wanted_by, request_id) > (:day, :id)"
                        + " order by wanted_by, request_id limit :rows")
                .bind("day", day)
                .bind("id", id)
                .bind("rows", rows)
                .map((row, _) -> read(row))
                .list());
  }

  private static AppointmentRequest read(ResultSet row) throws SQLException {
    String outcome = row.getString("outcome");
    return new AppointmentRequest(
        row.getObject("request_id", UUID.class),
        new PatientId(row.getObject("patient_id", UUID.class)),
        row.getInt("labels"),
        row.getString("reason"),
        row.getObject("wanted_by", LocalDate.class),
        row.getObject("requested_at", OffsetDateTime.class).toInstant(),
        outcome == null
            ? Optional.empty()
            : Optional.of(
                new Settled(
                    Outcome.valueOf(outcome),
                    Optional.ofNullable(row.getObject("session_id", UUID.class))
                        .map(SessionId::new),
                    row.getObject("settled_at", OffsetDateTime.class).toInstant())));
  }
}
