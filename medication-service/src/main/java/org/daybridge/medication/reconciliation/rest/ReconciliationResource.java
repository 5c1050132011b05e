package org.daybridge.medication.reconciliation.rest;

import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.daybridge.contract.intake.PatientId;
import org.daybridge.kit.decision.Ids;
import org.daybridge.kit.http.ETags;
import org.daybridge.kit.http.UnitOfWork;
import org.daybridge.medication.patient.FollowedPatients;
import org.daybridge.medication.reconciliation.Reconciliation;
import org.daybridge.medication.reconciliation.ReconciliationHandler;
import org.daybridge.medication.reconciliation.ReconciliationItem;
import org.daybridge.medication.reconciliation.ReconciliationItem.Occasion;
import org.daybridge.medication.reconciliation.ReconciliationItem.Outcome;
import org.jspecify.annotations.Nullable;

/** The reconciliation over HTTP. */
@Path("/api/medication/v1")
@Consumes(MediaType.APPLICATION_JSON)
@UnitOfWork
@RunOnVirtualThread
public class ReconciliationResource {
  private final Reconciliation reconciliation;
  private final ReconciliationHandler handler;
  private final FollowedPatients patients;

  ReconciliationResource(
      Reconciliation reconciliation, ReconciliationHandler handler, FollowedPatients patients) {
    this.reconciliation = reconciliation;
    this.handler = handler;
    this.patients = patients;
  }

  /** What may be decided. */
  public enum Choice {
    CONTINUE,
    CHANGE,
    STOP
  }

  record DecisionBody(@NotNull Choice decision, @Nullable @Size(max = 300) String reason) {}

  record ItemsView(List<ReconciliationItem> items) {}

  @GET
  @Path("patients/{patientId}/reconciliation-items")
  @PermissionsAllowed("reconciliation:read")
  public ItemsView list(
      @PathParam("patientId") UUID patientId,
      @QueryParam("open") @DefaultValue("false") boolean open) {
    var patient = patients.require(new PatientId(patientId));
    return new ItemsView(reconciliation.of(patient.id(), open));
  }

  record OccasionBody(@NotNull Occasion occasion) {}

  /** Opens an item for everything that the person takes now, as before a discharge. */
  @POST
  @Path("patients/{patientId}/reconciliations")
  @PermissionsAllowed("reconciliation:decide")
  public Response open(@PathParam("patientId") UUID patientId, @NotNull @Valid OccasionBody body) {
    var patient = patients.require(new PatientId(patientId));
    boolean ofEpisode = body.occasion() == Occasion.DISCHARGE && patient.episode() != null;
    handler.openAll(
        patient.id(), ofEpisode ? patient.episode().value() : Ids.next(), body.occasion());
    return Response.status(Response.Status.CREATED)
        .entity(new ItemsView(reconciliation.of(patient.id(), true)))
        .build();
  }

  @POST
  @Path("reconciliation-items/{itemId}/decision")
  @PermissionsAllowed("reconciliation:decide")
  public Response decide(
      @PathParam("itemId") UUID itemId,
      @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
      @NotNull @Valid DecisionBody body) {
    var item =
        handler.decide(itemId, ifMatch, Outcome.valueOf(body.decision().name()), body.reason());
    return Response.ok(item).header(HttpHeaders.ETAG, ETags.of(item.version())).build();
  }
}
