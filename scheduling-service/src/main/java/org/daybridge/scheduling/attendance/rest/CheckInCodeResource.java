package org.daybridge.scheduling.attendance.rest;

import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.daybridge.contract.scheduling.SessionId;
import org.daybridge.kit.http.UnitOfWork;
import org.daybridge.scheduling.attendance.CheckInCodeHandler;
import org.daybridge.scheduling.attendance.CheckInCodeHandler.Shown;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** Self check-in with a short-lived code. */
@Path("/api/scheduling/v1/sessions/{session}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@UnitOfWork
@RunOnVirtualThread
public class CheckInCodeResource {
  /** The code from the wall. */
  public record CodeBody(@NotBlank @Pattern(regexp = "[0-9]{6}") String code) {}

  private final CheckInCodeHandler handler;

  CheckInCodeResource(CheckInCodeHandler handler) {
    this.handler = handler;
  }

  @POST
  @Path("check-in-code")
  @Consumes(MediaType.WILDCARD)
  @PermissionsAllowed("attendance:record")
  public RestResponse<Shown> show(UUID session) {
    Shown shown = handler.show(new SessionId(session));
    return ResponseBuilder.create(RestResponse.Status.CREATED, shown).build();
  }

  @POST
  @Path("self-check-in")
  @PermissionsAllowed("attendance:self")
  public RestResponse<AttendanceView> checkIn(UUID session, @Valid @NotNull CodeBody body) {
    var id = new SessionId(session);
    if (!handler.fits(id, body.code())) {
      throw CheckInCodeHandler.refused();
    }
    var view = AttendanceView.of(handler.checkIn(id), false);
    return ResponseBuilder.create(RestResponse.Status.CREATED, view).build();
  }
}
