package org.daybridge.medication.adherence.rest;

import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.daybridge.contract.intake.PatientId;
import org.daybridge.kit.decision.Ids;
import org.daybridge.kit.http.ETags;
import org.daybridge.kit.http.UnitOfWork;
import org.daybridge.kit.identity.Callers;
import org.daybridge.medication.adherence.Adherence;
import org.daybridge.medication.adherence.AdherenceConcern;
import org.daybridge.medication.adherence.AdherenceHandler;
import org.daybridge.medication.adherence.AdherenceReport.Barrier;
import org.jspecify.annotations.Nullable;

/** Concerns of the team that reach the prescriber's list, over HTTP. */
@Path("/api/medication/v1")
@Consumes(MediaType.APPLICATION_JSON)
@UnitOfWork
@RunOnVirtualThread
public class AdherenceConcernResource {
  private final AdherenceHandler handler;
  private final Adherence adherence;
  private final Clock clock;

  AdherenceConcernResource(AdherenceHandler handler, Adherence adherence, Clock clock) {
    this.handler = handler;
    this.adherence = adherence;
    this.clock = clock;
  }

  record NewConcern(
      @Nullable UUID orderId,
      @Nullable Barrier barrier,
      @NotBlank @Size(max = 2000) String observation) {}

  record Answer(@NotBlank @Size(max = 2000) String answer) {}

  record ConcernsView(List<AdherenceConcern> items) {}

  @POST
  @Path("patients/{patientId}/adherence-concerns")
  @PermissionsAllowed("adherence-concern:raise")
  public Response raise(@PathParam("patientId") UUID patientId, @NotNull @Valid NewConcern body) {
    var concern =
        handler.raise(
            new AdherenceConcern(
                Ids.next(),
                new PatientId(patientId),
                0,
                body.orderId(),
                body.barrier(),
                body.observation(),
                Callers.current().principalId(),
                clock.instant(),
                null,
                null,
                null));
    return Response.status(Response.Status.CREATED)
        .header(HttpHeaders.ETAG, ETags.of(0))
        .entity(concern)
        .build();
  }

  /** The prescriber's list: open concerns about everybody whom the caller treats. */
  @GET
  @Path("adherence-concerns")
  @PermissionsAllowed("adherence-concern:answer")
  public ConcernsView open() {
    return new ConcernsView(adherence.openConcerns());
  }

  @POST
  @Path("adherence-concerns/{concernId}/answer")
  @PermissionsAllowed("adherence-concern:answer")
  public Response answer(
      @PathParam("concernId") UUID concernId,
      @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
      @NotNull @Valid Answer body) {
    var concern = handler.answer(concernId, ifMatch, body.answer());
    return Response.ok(concern).header(HttpHeaders.ETAG, ETags.of(concern.version())).build();
  }
}
