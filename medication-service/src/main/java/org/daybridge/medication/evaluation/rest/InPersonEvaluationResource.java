package org.daybridge.medication.evaluation.rest;

import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.daybridge.contract.intake.PatientId;
import org.daybridge.kit.decision.Ids;
import org.daybridge.kit.decision.RuleRefused;
import org.daybridge.kit.http.UnitOfWork;
import org.daybridge.kit.identity.Callers;
import org.daybridge.medication.evaluation.InPersonEvaluation;
import org.daybridge.medication.evaluation.InPersonEvaluationHandler;
import org.daybridge.medication.evaluation.InPersonEvaluations;
import org.daybridge.medication.patient.FollowedPatients;
import org.jspecify.annotations.Nullable;

/** In-person evaluations over HTTP. */
@Path("/api/medication/v1/patients/{patientId}/in-person-evaluations")
@Consumes(MediaType.APPLICATION_JSON)
@UnitOfWork
@RunOnVirtualThread
public class InPersonEvaluationResource {
  private final InPersonEvaluations evaluations;
  private final InPersonEvaluationHandler handler;
  private final FollowedPatients patients;
  private final Clock clock;

  InPersonEvaluationResource(
      InPersonEvaluations evaluations,
      InPersonEvaluationHandler handler,
      FollowedPatients patients,
      Clock clock) {
    this.evaluations = evaluations;
    this.handler = handler;
    this.patients = patients;
    this.clock = clock;
  }

  /** Without a practitioner it is the caller who examined. */
  record NewEvaluation(@NotNull LocalDate evaluatedOn, @Nullable UUID evaluatedBy) {}

  record EvaluationsView(List<InPersonEvaluation> items) {}

  @POST
  @PermissionsAllowed("in-person-evaluation:record")
  public Response record(
      @PathParam("patientId") UUID patientId, @NotNull @Valid NewEvaluation body) {
    var patient = patients.require(new PatientId(patientId));
    if (body.evaluatedOn().isAfter(LocalDate.ofInstant(clock.instant(), patient.zone()))) {
      throw RuleRefused.rule("report-is-not-in-the-future", "The evaluation lies in the future.");
    }
    var caller = Callers.current().principalId();
    var evaluation =
        new InPersonEvaluation(
            Ids.next(),
            patient.id(),
            body.evaluatedBy() == null ? caller : body.evaluatedBy(),
            body.evaluatedOn(),
            caller,
            clock.instant());
    handler.recorded(evaluation, patient.labels());
    return Response.created(
            URI.create("/api/medication/v1/patients/" + patientId + "/in-person-evaluations"))
        .entity(evaluation)
        .build();
  }

  @GET
  @PermissionsAllowed("in-person-evaluation:read")
  public EvaluationsView list(@PathParam("patientId") UUID patientId) {
    return new EvaluationsView(evaluations.of(patients.require(new PatientId(patientId)).id()));
  }
}
