package org.daybridge.medication.sideeffect.rest;

import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.daybridge.contract.intake.PatientId;
import org.daybridge.kit.decision.Ids;
import org.daybridge.kit.decision.RuleRefused;
import org.daybridge.kit.http.UnitOfWork;
import org.daybridge.kit.identity.Callers;
import org.daybridge.medication.patient.FollowedPatients;
import org.daybridge.medication.sideeffect.SideEffect;
import org.daybridge.medication.sideeffect.SideEffect.Action;
import org.daybridge.medication.sideeffect.SideEffectHandler;
import org.daybridge.medication.sideeffect.SideEffects;
import org.jspecify.annotations.Nullable;

/** Side effects over HTTP. */
@Path("/api/medication/v1/patients/{patientId}/side-effects")
@Consumes(MediaType.APPLICATION_JSON)
@UnitOfWork
@RunOnVirtualThread
public class SideEffectResource {
  private final SideEffects effects;
  private final SideEffectHandler handler;
  private final FollowedPatients patients;
  private final Clock clock;

  SideEffectResource(
      SideEffects effects, SideEffectHandler handler, FollowedPatients patients, Clock clock) {
    this.effects = effects;
    this.handler = handler;
    this.patients = patients;
    this.clock = clock;
  }

  record NewSideEffect(
      @Nullable UUID orderId,
      @Nullable @Size(max = 300) String suspectedDrug,
      @NotBlank @Size(max = 300) String symptom,
      @NotNull @Min(1) @Max(5) Integer severity,
      @Nullable LocalDate onsetOn,
      @Nullable Action action) {}

  record SideEffectsView(List<SideEffect> items) {}

  @POST
  @PermissionsAllowed("side-effect:report")
  public Response report(
      @PathParam("patientId") UUID patientId, @NotNull @Valid NewSideEffect body) {
    var patient = patients.require(new PatientId(patientId));
    var today = LocalDate.ofInstant(clock.instant(), patient.zone());
    if (body.onsetOn() != null && body.onsetOn().isAfter(today)) {
      throw RuleRefused.rule("report-is-not-in-the-future", "The onset lies in the future.");
    }
    var effect =
        new SideEffect(
            Ids.next(),
            patient.id(),
            body.orderId(),
            body.suspectedDrug(),
            body.symptom(),
            body.severity(),
            body.onsetOn(),
            body.action() == null ? Action.NONE_YET : body.action(),
            Callers.current().principalId(),
            clock.instant());
    handler.report(effect, patient.labels());
    return Response.status(Response.Status.CREATED).entity(effect).build();
  }

  @GET
  @PermissionsAllowed("side-effect:read")
  public SideEffectsView list(@PathParam("patientId") UUID patientId) {
    return new SideEffectsView(effects.of(patients.require(new PatientId(patientId)).id()));
  }
}
