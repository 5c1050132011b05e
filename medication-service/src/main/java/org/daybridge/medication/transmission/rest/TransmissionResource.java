package org.daybridge.medication.transmission.rest;

import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
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
import java.util.List;
import java.util.UUID;
import org.daybridge.contract.medication.OrderId;
import org.daybridge.kit.http.UnitOfWork;
import org.daybridge.medication.transmission.Transmission;
import org.daybridge.medication.transmission.Transmission.Outcome;
import org.daybridge.medication.transmission.TransmissionHandler;
import org.daybridge.medication.transmission.Transmissions;
import org.jspecify.annotations.Nullable;

/** Hand-over to the e-prescribing partner and its answer, over HTTP. */
@Path("/api/medication/v1")
@Consumes(MediaType.APPLICATION_JSON)
@UnitOfWork
@RunOnVirtualThread
public class TransmissionResource {
  private final TransmissionHandler handler;
  private final Transmissions transmissions;

  TransmissionResource(TransmissionHandler handler, Transmissions transmissions) {
    this.handler = handler;
    this.transmissions = transmissions;
  }

  record AcknowledgementBody(
      @NotNull Outcome outcome, @Nullable @Size(max = 80) String partnerReference) {}

  record TransmissionsView(List<Transmission> items) {}

  /** The present version goes to the partner, who signs it with the prescriber and sends it. */
  @POST
  @Path("orders/{orderId}/transmissions")
  @Consumes(MediaType.WILDCARD)
  @PermissionsAllowed("medication-order:write")
  public Response handOver(
      @PathParam("orderId") UUID orderId,
      @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
    var transmission = handler.handOver(new OrderId(orderId), ifMatch);
    return Response.status(Response.Status.CREATED).entity(transmission).build();
  }

  @GET
  @Path("orders/{orderId}/transmissions")
  @PermissionsAllowed("medication-order:read")
  public TransmissionsView list(@PathParam("orderId") UUID orderId) {
    return new TransmissionsView(transmissions.of(new OrderId(orderId)));
  }

  /** The partner's word; the last one counts. */
  @POST
  @Path("transmissions/{transmissionId}/acknowledgements")
  @PermissionsAllowed("prescription:acknowledge")
  public Response acknowledge(
      @PathParam("transmissionId") UUID transmissionId, @NotNull @Valid AcknowledgementBody body) {
    var transmission = handler.acknowledge(transmissionId, body.outcome(), body.partnerReference());
    return Response.status(Response.Status.CREATED).entity(transmission).build();
  }
}
