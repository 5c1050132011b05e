package org.daybridge.medication.appointment.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.daybridge.contract.intake.PatientId;
import org.daybridge.kit.audit.AuditTrail;
import org.daybridge.kit.identity.Callers;
import org.daybridge.medication.appointment.AppointmentRequest;
import org.daybridge.medication.appointment.AppointmentRequest.Reason;
import org.daybridge.medication.appointment.AppointmentRequests;
import org.jdbi.v3.core.Jdbi;

@ApplicationScoped
class JdbiAppointmentRequests implements AppointmentRequests {
  private static final String RESOURCE = "AppointmentRequest";

  private final Jdbi jdbi;

  JdbiAppointmentRequests(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  @Override
  public void add(AppointmentRequest request, int labels) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(
                    "insert into appointment_request (request_id, organization_id, patient_id, labels,"
                        + " reason, wanted_by, requested_by, requested_at) values (:id, :organization,"
                        + " :patient, :labels, :reason, :wanted, :by, :at)")
                .bind("id", request.requestId())
                .bind("organization", Callers.current().organizationId())
                .bind("patient", request.patientId())
                .bind("labels", labels)
                .bind("reason", request.reason().name())
                .bind("wanted", request.wantedBy())
                .bind("by", request.requestedBy())
                .bind("at", request.requestedAt())
                .execute());
    AuditTrail.created(RESOURCE, request.requestId(), request.patientId().value());
  }

  @Override
  public List<AppointmentRequest> of(PatientId patient) {
    var found =
        jdbi.withHandle(
            handle ->
                handle
                    .createQuery(
                        "select * from appointment_request where patient_id = :patient"
                            + " order by request_id desc limit 200")
                    .bind("patient", patient)
                    .map(
                        (row, _) ->
                            new AppointmentRequest(
                                row.getObject("request_id", UUID.class),
                                patient,
                                Reason.valueOf(row.getString("reason")),
                                row.getObject("wanted_by", LocalDate.class),
                                row.getObject("requested_by", UUID.class),
                                row.getObject("requested_at", OffsetDateTime.class).toInstant()))
                    .list());
    AuditTrail.read(RESOURCE, patient.value(), patient.value());
    return found;
  }
}
