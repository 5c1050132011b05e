package org.daybridge.medication.safety.rest;

import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.daybridge.contract.intake.PatientId;
import org.daybridge.kit.audit.AuditTrail;
import org.daybridge.kit.http.UnitOfWork;
import org.daybridge.medication.knowledge.KnowledgeShelf;
import org.daybridge.medication.patient.FollowedPatients;
import org.daybridge.medication.safety.PatientCharts;
import org.daybridge.medication.safety.SafetyHandler;
import org.jspecify.annotations.Nullable;

/** The safety check of a person's own list, with what somebody thinks of giving. */
@Path("/api/medication/v1/patients/{patientId}/safety-checks")
@Consumes(MediaType.APPLICATION_JSON)
@UnitOfWork
@RunOnVirtualThread
public class PatientSafetyCheckResource {
  private final FollowedPatients patients;
  private final PatientCharts charts;
  private final SafetyHandler safety;
  private final QuestionReader reader;
  private final KnowledgeShelf shelf;
  private final Clock clock;

  PatientSafetyCheckResource(
      FollowedPatients patients,
      PatientCharts charts,
      SafetyHandler safety,
      QuestionReader reader,
      KnowledgeShelf shelf,
      Clock clock) {
    this.patients = patients;
    this.charts = charts;
    this.safety = safety;
    this.reader = reader;
    this.shelf = shelf;
    this.clock = clock;
  }

  record Proposal(
      @Nullable @Valid @Size(max = 50) List<SafetyQuestion.@NotNull Medication> medications) {}

  @POST
  @PermissionsAllowed("safety-check:patient")
  public SafetyAnswerView check(
      @PathParam("patientId") UUID patientId, @NotNull @Valid Proposal body) {
    var patient = patients.require(new PatientId(patientId));
    var today = LocalDate.ofInstant(clock.instant(), patient.zone());
    var proposed = reader.proposed(body.medications(), today);
    var answer = safety.check(charts.of(patient, today, clock.instant(), proposed, null));
    AuditTrail.executed("SafetyCheck", patientId, patientId);
    return SafetyAnswerView.of(answer, shelf.inForceOn(today));
  }
}
