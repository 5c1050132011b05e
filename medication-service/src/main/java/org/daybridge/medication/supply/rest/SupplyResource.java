package org.daybridge.medication.supply.rest;

import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.daybridge.contract.medication.OrderId;
import org.daybridge.kit.http.UnitOfWork;
import org.daybridge.kit.identity.Caller;
import org.daybridge.kit.identity.Callers;
import org.daybridge.medication.supply.Fill.Source;
import org.daybridge.medication.supply.SupplyHandler;
import org.daybridge.medication.supply.SupplyHandler.Told;
import org.daybridge.medication.supply.SupplyLedger;
import org.jspecify.annotations.Nullable;

/** Fills of an order and what is left of its supply, over HTTP. */
@Path("/api/medication/v1")
@Consumes(MediaType.APPLICATION_JSON)
@UnitOfWork
@RunOnVirtualThread
public class SupplyResource {
  private final SupplyHandler handler;

  SupplyResource(SupplyHandler handler) {
    this.handler = handler;
  }

  record NewFill(
      @NotNull LocalDate filledOn,
      @NotNull @Min(1) @Max(366) Integer days,
      @Nullable @Positive @DecimalMax("100000") BigDecimal quantity,
      @Nullable Source source) {}

  @POST
  @Path("orders/{orderId}/fills")
  @PermissionsAllowed("adherence:report")
  public Response fill(@PathParam("orderId") UUID orderId, @NotNull @Valid NewFill body) {
    var ledger =
        handler.filled(
            new OrderId(orderId),
            new Told(body.filledOn(), body.days(), body.quantity(), source(body.source())));
    return Response.status(Response.Status.CREATED).entity(ledger).build();
  }

  @GET
  @Path("orders/{orderId}/supply")
  @PermissionsAllowed("adherence:read")
  public SupplyLedger supply(@PathParam("orderId") UUID orderId) {
    return handler.ledger(new OrderId(orderId));
  }

  private static Source source(@Nullable Source stated) {
    Caller.Kind kind = Callers.current().kind();
    return switch (kind) {
      case PATIENT, PROXY -> Source.PATIENT;
      case STAFF, CLIENT, SERVICE -> stated == null ? Source.CLINIC : stated;
    };
  }
}
