package org.daybridge.scheduling.enrollment.rest;

import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.daybridge.contract.Id;
import org.daybridge.contract.intake.PatientId;
import org.daybridge.contract.scheduling.EnrollmentId;
import org.daybridge.contract.scheduling.SessionId;
import org.daybridge.kit.audit.AuditTrail;
import org.daybridge.kit.http.UnitOfWork;
import org.daybridge.scheduling.enrollment.Enrollment;
import org.daybridge.scheduling.enrollment.EnrollmentHandler;
import org.daybridge.scheduling.enrollment.EnrollmentHandler.Booking;
import org.daybridge.scheduling.enrollment.WaitlistHandler;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

/** Seats in a session, and the queue for one. */
@Path("/api/scheduling/v1/sessions/{session}/enrollments")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@UnitOfWork
@RunOnVirtualThread
public class EnrollmentResource {
  /** A wish for a seat. */
  public record BookingBody(
      @NotNull UUID patientId,
      @Nullable Boolean waitIfFull,
      @Nullable @Min(0) @Max(9) Integer priority,
      @Nullable UUID makesUpFor) {}

  /** A seat or a place in the queue. */
  public record EnrollmentView(
      UUID id,
      UUID sessionId,
      UUID patientId,
      Enrollment.State state,
      Instant startsAt,
      Instant endsAt,
      @Nullable UUID makesUpFor) {
    static EnrollmentView of(Enrollment enrollment) {
      return new EnrollmentView(
          enrollment.id().value(),
          enrollment.session().value(),
          enrollment.patient().value(),
          enrollment.state(),
          enrollment.start(),
          enrollment.end(),
          enrollment.makesUpFor().map(Id::value).orElse(null));
    }
  }

  private final EnrollmentHandler handler;
  private final WaitlistHandler waitlist;

  EnrollmentResource(EnrollmentHandler handler, WaitlistHandler waitlist) {
    this.handler = handler;
    this.waitlist = waitlist;
  }

  @POST
  @PermissionsAllowed("enrollment:book")
  public RestResponse<EnrollmentView> book(UUID session, @Valid @NotNull BookingBody body) {
    Enrollment enrollment =
        handler.book(
            new Booking(
                new SessionId(session),
                new PatientId(body.patientId()),
                Objects.requireNonNullElse(body.waitIfFull(), false),
                Objects.requireNonNullElse(body.priority(), 0),
                Optional.ofNullable(body.makesUpFor()).map(SessionId::new)));
    URI location =
        URI.create("/api/scheduling/v1/sessions/" + session + "/enrollments/" + enrollment.id());
    return ResponseBuilder.create(RestResponse.Status.CREATED, EnrollmentView.of(enrollment))
        .location(location)
        .build();
  }

  @GET
  @Path("{enrollment}")
  @PermissionsAllowed("patient-schedule:read")
  public EnrollmentView read(UUID session, UUID enrollment) {
    Enrollment found = handler.require(new SessionId(session), new EnrollmentId(enrollment));
    AuditTrail.read("Enrollment", enrollment, found.patient().value());
    return EnrollmentView.of(found);
  }

  @POST
  @Path("{enrollment}/acceptance")
  @Consumes(MediaType.WILDCARD)
  @PermissionsAllowed("enrollment:accept")
  public EnrollmentView accept(UUID session, UUID enrollment) {
    var _ = handler.require(new SessionId(session), new EnrollmentId(enrollment));
    return EnrollmentView.of(waitlist.accept(new EnrollmentId(enrollment)));
  }
}
