package org.daybridge.scheduling.calendar.rest;

import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.daybridge.contract.intake.PatientId;
import org.daybridge.kit.http.UnitOfWork;
import org.daybridge.kit.identity.Callers;
import org.daybridge.kit.problem.BadRequest;
import org.daybridge.scheduling.calendar.CalendarHandler;
import org.daybridge.scheduling.calendar.CalendarHandler.Opened;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

/** Calendar feeds: made and revoked with a token of the house, read with the token of the feed. */
@Path("/api/scheduling/v1")
@UnitOfWork
@RunOnVirtualThread
public class CalendarResource {
  /** Whose calendar: a patient's, or without one the caller's own. */
  public record FeedBody(@Nullable UUID patientId, @Nullable Boolean busyOnly) {}

  /** The address to subscribe to; it is told this once. */
  public record FeedView(UUID id, String url) {}

  private final CalendarHandler handler;

  CalendarResource(CalendarHandler handler) {
    this.handler = handler;
  }

  @POST
  @Path("calendar-feeds")
  @Produces(MediaType.APPLICATION_JSON)
  @Consumes(MediaType.APPLICATION_JSON)
  @PermissionsAllowed("calendar-feed:write")
  public RestResponse<FeedView> open(@Valid @NotNull FeedBody body) {
    if (body.patientId() == null && !Callers.current().isStaff()) {
      throw BadRequest.field("patientId", "must be given");
    }
    Opened opened =
        handler.open(
            Optional.ofNullable(body.patientId()).map(PatientId::new),
            Objects.requireNonNullElse(body.busyOnly(), false));
    String url = "/api/scheduling/v1/calendars/" + opened.token() + ".ics";
    return ResponseBuilder.create(RestResponse.Status.CREATED, new FeedView(opened.id(), url))
        .location(URI.create("/api/scheduling/v1/calendar-feeds/" + opened.id()))
        .build();
  }

  @DELETE
  @Path("calendar-feeds/{id}")
  @Consumes(MediaType.WILDCARD)
  @PermissionsAllowed("calendar-feed:write")
  public void revoke(UUID id) {
    handler.revoke(id);
  }

  @GET
  @Path("calendars/{token}.ics")
  @Produces("text/calendar;charset=UTF-8")
  @PermitAll
  public String read(String token) {
    return handler.read(token);
  }
}
