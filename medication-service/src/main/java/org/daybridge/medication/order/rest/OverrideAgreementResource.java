package org.daybridge.medication.order.rest;

import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.daybridge.contract.intake.PatientId;
import org.daybridge.kit.decision.Ids;
import org.daybridge.kit.http.UnitOfWork;
import org.daybridge.kit.identity.Callers;
import org.daybridge.medication.order.OverrideAgreements;
import org.daybridge.medication.order.OverrideAgreements.OverrideAgreement;
import org.daybridge.medication.patient.FollowedPatients;

/** A second prescriber agrees, over HTTP. The order that uses it must be another prescriber's. */
@Path("/api/medication/v1/patients/{patientId}/override-agreements")
@Consumes(MediaType.APPLICATION_JSON)
@UnitOfWork
@RunOnVirtualThread
public class OverrideAgreementResource {
  private static final Duration VALID = Duration.ofHours(24);

  private final OverrideAgreements agreements;
  private final FollowedPatients patients;
  private final Clock clock;

  OverrideAgreementResource(OverrideAgreements agreements, FollowedPatients patients, Clock clock) {
    this.agreements = agreements;
    this.patients = patients;
    this.clock = clock;
  }

  record NewAgreement(
      @NotBlank @Size(max = 20) String rxcui, @NotBlank @Size(max = 60) String ruleId) {}

  @POST
  @PermissionsAllowed("override-agreement:record")
  public Response agree(@PathParam("patientId") UUID patientId, @NotNull @Valid NewAgreement body) {
    var patient = patients.require(new PatientId(patientId));
    var now = clock.instant();
    var agreement =
        new OverrideAgreement(
            Ids.next(),
            patient.id(),
            body.rxcui(),
            body.ruleId(),
            Callers.current().principalId(),
            now,
            now.plus(VALID));
    agreements.add(agreement, patient.labels());
    return Response.status(Response.Status.CREATED).entity(agreement).build();
  }
}
