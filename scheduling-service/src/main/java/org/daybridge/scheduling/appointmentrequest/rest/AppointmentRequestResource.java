package org.daybridge.scheduling.appointmentrequest.rest;

import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.daybridge.contract.scheduling.SessionId;
import org.daybridge.kit.http.Page;
import org.daybridge.kit.http.PageRequest;
import org.daybridge.kit.http.UnitOfWork;
import org.daybridge.scheduling.appointmentrequest.AppointmentRequest;
import org.daybridge.scheduling.appointmentrequest.AppointmentRequest.Settled;
import org.daybridge.scheduling.appointmentrequest.AppointmentRequestHandler;
import org.jspecify.annotations.Nullable;

/** Appointments that prescribers asked for, for the desk to find. */
@Path("/api/scheduling/v1/appointment-requests")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@UnitOfWork
@RunOnVirtualThread
public class AppointmentRequestResource {
  private final AppointmentRequestHandler handler;

  AppointmentRequestResource(AppointmentRequestHandler handler) {
    this.handler = handler;
  }

  /** The session that was booked for it; without one none is wanted any more. */
  public record Settlement(@Nullable SessionId sessionId) {}

  /** A wish; {@code outcome} is empty while it is open. */
  public record View(
      UUID id,
      UUID patientId,
      String reason,
      LocalDate wantedBy,
      Instant requestedAt,
      AppointmentRequest.@Nullable Outcome outcome,
      @Nullable UUID sessionId) {
    static View of(AppointmentRequest one) {
      return new View(
          one.id(),
          one.patient().value(),
          one.reason(),
          one.wantedBy(),
          one.requestedAt(),
          one.settled().map(Settled::outcome).orElse(null),
          one.settled().flatMap(Settled::session).map(SessionId::value).orElse(null));
    }
  }

  /** Those that are open, the soonest wanted first. */
  @GET
  @PermissionsAllowed("appointment-request:read")
  public Page<View> open(
      @QueryParam("limit") @Nullable Integer limit, @QueryParam("cursor") @Nullable String cursor) {
    PageRequest page = PageRequest.of(limit, cursor);
    return Page.of(
        handler.open(page.rows(), page.after()).stream().map(View::of).toList(),
        page,
        one -> one.wantedBy() + " " + one.id());
  }

  /** Says how it ended: booked, when the patient has a seat in that session, or not wanted. */
  @POST
  @Path("{id}/settlement")
  @PermissionsAllowed("appointment-request:settle")
  public View settle(UUID id, @NotNull @Valid Settlement body) {
    return View.of(handler.settle(id, Optional.ofNullable(body.sessionId())));
  }
}
