package org.daybridge.medication.order.rest;

import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.daybridge.contract.intake.PatientId;
import org.daybridge.contract.medication.OrderId;
import org.daybridge.kit.http.ETags;
import org.daybridge.kit.http.Page;
import org.daybridge.kit.http.PageRequest;
import org.daybridge.kit.http.UnitOfWork;
import org.daybridge.medication.order.OrderCommand.Hold;
import org.daybridge.medication.order.OrderCommand.HoldReason;
import org.daybridge.medication.order.OrderCommand.Resume;
import org.daybridge.medication.order.OrderCommand.Stop;
import org.daybridge.medication.order.OrderHandler;
import org.daybridge.medication.order.OrderQuery;
import org.daybridge.medication.order.OrderView;
import org.daybridge.medication.order.StopReason;
import org.jspecify.annotations.Nullable;

/** Orders over HTTP; nothing is decided here. */
@Path("/api/medication/v1")
@Consumes(MediaType.APPLICATION_JSON)
@UnitOfWork
@RunOnVirtualThread
public class OrderResource {
  private final OrderHandler orders;
  private final OrderQuery query;
  private final Clock clock;

  OrderResource(OrderHandler orders, OrderQuery query, Clock clock) {
    this.orders = orders;
    this.query = query;
    this.clock = clock;
  }

  record HoldBody(@NotNull HoldReason reason) {}

  record StopBody(@NotNull StopReason reason, boolean tapered) {}

  @POST
  @Path("orders")
  @PermissionsAllowed("medication-order:write")
  public Response place(@NotNull @Valid OrderBody body) {
    var placed = orders.place(body.toOrder());
    var view = query.view(placed.order().id());
    return Response.created(URI.create("/api/medication/v1/orders/" + view.orderId()))
        .header(HttpHeaders.ETAG, ETags.of(placed.version()))
        .entity(view)
        .build();
  }

  @GET
  @Path("orders/{orderId}")
  @PermissionsAllowed("medication-order:read")
  public Response read(@PathParam("orderId") UUID orderId) {
    return answer(query.view(new OrderId(orderId)));
  }

  @GET
  @Path("patients/{patientId}/orders")
  @PermissionsAllowed("medication-order:read")
  public Page<OrderView> list(
      @PathParam("patientId") UUID patientId,
      @QueryParam("status") @Nullable OrderStatus status,
      @QueryParam("limit") @Nullable Integer limit,
      @QueryParam("cursor") @Nullable String cursor) {
    return query.ofPatient(
        new PatientId(patientId),
        status == null ? null : status.name(),
        PageRequest.of(limit, cursor));
  }

  @GET
  @Path("orders/{orderId}/versions")
  @PermissionsAllowed("medication-order:read")
  public List<OrderView.Version> versions(@PathParam("orderId") UUID orderId) {
    return query.versions(new OrderId(orderId));
  }

  @POST
  @Path("orders/{orderId}/titrations")
  @PermissionsAllowed("medication-order:write")
  public Response titrate(
      @PathParam("orderId") UUID orderId,
      @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
      @NotNull @Valid TitrationBody body) {
    orders.titrate(new OrderId(orderId), ifMatch, body.toDose(), body.toConsent());
    return answer(query.view(new OrderId(orderId)));
  }

  /** The same dose with a new supply; it passes every check again. */
  @POST
  @Path("orders/{orderId}/renewals")
  @PermissionsAllowed("medication-order:write")
  public Response renew(
      @PathParam("orderId") UUID orderId,
      @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
      @NotNull @Valid RenewalBody body) {
    orders.renew(new OrderId(orderId), ifMatch, body.toRenewal(), body.toConsent());
    return answer(query.view(new OrderId(orderId)));
  }

  @POST
  @Path("orders/{orderId}/hold")
  @PermissionsAllowed("medication-order:write")
  public Response hold(
      @PathParam("orderId") UUID orderId,
      @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
      @NotNull @Valid HoldBody body) {
    orders.handle(new OrderId(orderId), ifMatch, new Hold(body.reason(), clock.instant()));
    return answer(query.view(new OrderId(orderId)));
  }

  @POST
  @Path("orders/{orderId}/resumption")
  @Consumes(MediaType.WILDCARD)
  @PermissionsAllowed("medication-order:write")
  public Response resume(
      @PathParam("orderId") UUID orderId,
      @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
    orders.handle(new OrderId(orderId), ifMatch, new Resume(clock.instant()));
    return answer(query.view(new OrderId(orderId)));
  }

  @POST
  @Path("orders/{orderId}/stop")
  @PermissionsAllowed("medication-order:write")
  public Response stop(
      @PathParam("orderId") UUID orderId,
      @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
      @NotNull @Valid StopBody body) {
    orders.handle(
        new OrderId(orderId), ifMatch, new Stop(body.reason(), body.tapered(), clock.instant()));
    return answer(query.view(new OrderId(orderId)));
  }

  /** Where an order may stand, for the filter of a list. */
  public enum OrderStatus {
    ACTIVE,
    ON_HOLD,
    STOPPED,
    COMPLETED
  }

  private static Response answer(OrderView view) {
    return Response.ok(view).header(HttpHeaders.ETAG, ETags.of(view.version())).build();
  }
}
