package org.daybridge.scheduling.attendance.rest;

import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.daybridge.contract.intake.PatientId;
import org.daybridge.contract.scheduling.EnrollmentId;
import org.daybridge.contract.scheduling.SessionId;
import org.daybridge.contract.scheduling.StaffId;
import org.daybridge.kit.audit.AuditTrail;
import org.daybridge.kit.http.ETags;
import org.daybridge.kit.http.UnitOfWork;
import org.daybridge.kit.identity.Callers;
import org.daybridge.kit.problem.BadRequest;
import org.daybridge.scheduling.access.DeskHandler;
import org.daybridge.scheduling.attendance.AttendanceBook.Line;
import org.daybridge.scheduling.attendance.AttendanceFact;
import org.daybridge.scheduling.attendance.AttendanceFact.Absence;
import org.daybridge.scheduling.attendance.AttendanceFact.CheckedIn;
import org.daybridge.scheduling.attendance.AttendanceFact.CheckedOut;
import org.daybridge.scheduling.attendance.AttendanceFact.Corrected;
import org.daybridge.scheduling.attendance.AttendanceFact.Marked;
import org.daybridge.scheduling.attendance.AttendanceFact.Method;
import org.daybridge.scheduling.attendance.AttendanceFact.Presence;
import org.daybridge.scheduling.attendance.AttendanceHandler;
import org.daybridge.scheduling.attendance.CancellationHandler;
import org.daybridge.scheduling.attendance.Statement;
import org.daybridge.scheduling.outreach.OutreachHandler;
import org.daybridge.scheduling.session.Session;
import org.daybridge.scheduling.session.SessionCommand;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

/** Who was at a session, for how long. */
@Path("/api/scheduling/v1/sessions/{session}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@UnitOfWork
@RunOnVirtualThread
public class AttendanceResource {
  private static final String REASON = "[a-z][a-z0-9-]{0,39}";

  /** One arrival. */
  public record ArrivalBody(
      @NotNull UUID patientId, @Nullable OffsetDateTime at, @Nullable Method method) {}

  /** A whole group at once. */
  public record CheckInBody(
      @NotEmpty @Size(max = 100) List<@Valid @NotNull ArrivalBody> attendees) {}

  /** A stay. */
  public record PresenceBody(@NotNull OffsetDateTime from, @NotNull OffsetDateTime to) {}

  /** What kind of fact is recorded. */
  public enum FactKind {
    CHECKED_IN,
    CHECKED_OUT,
    MARKED,
    CORRECTED
  }

  /** A fact about one person. */
  public record FactBody(
      @NotNull FactKind kind,
      @Nullable OffsetDateTime at,
      @Nullable Method method,
      @Nullable Absence absence,
      @Nullable @Pattern(regexp = REASON) String reason,
      @Nullable @Size(max = 20) List<@Valid @NotNull PresenceBody> presences) {}

  /** How one person differs from "was there all the time". */
  public record ExceptionBody(
      @NotNull UUID patientId,
      @Nullable OffsetDateTime arrivedAt,
      @Nullable OffsetDateTime leftAt,
      @Nullable Absence absence,
      @Nullable @Pattern(regexp = REASON) String reason) {}

  /** The attestation that closes a session. */
  public record ClosureBody(
      @Nullable OffsetDateTime startedAt,
      @NotNull OffsetDateTime endedAt,
      @Nullable @Size(max = 100) List<@Valid @NotNull ExceptionBody> exceptions) {}

  /** Why a seat is given up, and by whom. */
  public record GivenUpBody(
      CancellationHandler.@NotNull By by, @NotBlank @Pattern(regexp = REASON) String reason) {}

  /** Everybody of a session. */
  public record RosterView(UUID sessionId, List<AttendanceView> people) {}

  /** What came of giving a seat up. */
  public record GivenUpView(UUID enrollmentId, Absence absence) {}

  private final AttendanceHandler handler;
  private final CancellationHandler cancellations;
  private final OutreachHandler outreach;
  private final DeskHandler desk;
  private final Clock clock;

  AttendanceResource(
      AttendanceHandler handler,
      CancellationHandler cancellations,
      OutreachHandler outreach,
      DeskHandler desk,
      Clock clock) {
    this.handler = handler;
    this.cancellations = cancellations;
    this.outreach = outreach;
    this.desk = desk;
    this.clock = clock;
  }

  @GET
  @Path("roster")
  @PermissionsAllowed("roster:read")
  public RosterView roster(UUID session) {
    List<Line> lines = desk.reaching(() -> handler.standing(new SessionId(session)));
    lines.forEach(line -> AuditTrail.read("Attendance", session, line.person().patient().value()));
    return view(session, lines);
  }

  @POST
  @Path("check-ins")
  @PermissionsAllowed("attendance:record")
  public RestResponse<RosterView> checkIn(UUID session, @Valid @NotNull CheckInBody body) {
    List<Statement> statements =
        body.attendees().stream()
            .map(
                arrival ->
                    new Statement(
                        new PatientId(arrival.patientId()),
                        List.of(new CheckedIn(at(arrival.at()), method(arrival.method())))))
            .toList();
    return created(session, handler.record(new SessionId(session), statements));
  }

  @POST
  @Path("attendance/{patient}/facts")
  @PermissionsAllowed("attendance:record")
  public RestResponse<RosterView> record(
      UUID session, UUID patient, @Valid @NotNull FactBody body) {
    var statement = new Statement(new PatientId(patient), List.of(fact(body)));
    return created(session, handler.record(new SessionId(session), List.of(statement)));
  }

  private AttendanceFact fact(FactBody body) {
    Instant at = at(body.at());
    return switch (body.kind()) {
      case CHECKED_IN -> new CheckedIn(at, method(body.method()));
      case CHECKED_OUT -> new CheckedOut(at, method(body.method()));
      case MARKED ->
          new Marked(at, given("absence", body.absence()), Optional.ofNullable(body.reason()));
      case CORRECTED ->
          new Corrected(
              at,
              Objects.requireNonNullElse(body.presences(), List.<PresenceBody>of()).stream()
                  .map(stay -> new Presence(stay.from().toInstant(), stay.to().toInstant()))
                  .toList(),
              Optional.ofNullable(body.absence()),
              given("reason", body.reason()));
    };
  }

  @POST
  @Path("closure")
  @PermissionsAllowed("session:run")
  public RestResponse<RosterView> close(
      UUID session,
      @Valid @NotNull ClosureBody body,
      @HeaderParam("If-Match") @Nullable String ifMatch) {
    var by = new StaffId(Callers.current().principalId());
    var command =
        new SessionCommand.Close(
            by,
            Optional.ofNullable(body.startedAt()).map(OffsetDateTime::toInstant),
            body.endedAt().toInstant(),
            clock.instant());
    List<Statement> exceptions =
        Objects.requireNonNullElse(body.exceptions(), List.<ExceptionBody>of()).stream()
            .map(this::statement)
            .toList();
    Session closed =
        handler.close(
            new SessionId(session),
            command,
            exceptions,
            version -> ETags.require(ifMatch, version));
    List<Line> lines = desk.acrossPatients(() -> handler.standing(closed.id()));
    return created(session, lines);
  }

  private Statement statement(ExceptionBody exception) {
    var facts = new ArrayList<AttendanceFact>();
    if (exception.absence() != null) {
      facts.add(
          new Marked(
              clock.instant(), exception.absence(), Optional.ofNullable(exception.reason())));
    }
    if (exception.arrivedAt() != null) {
      facts.add(new CheckedIn(exception.arrivedAt().toInstant(), Method.ATTESTED));
    }
    if (exception.leftAt() != null) {
      facts.add(new CheckedOut(exception.leftAt().toInstant(), Method.ATTESTED));
    }
    if (facts.isEmpty()) {
      throw BadRequest.field("exceptions", "each says arrivedAt, leftAt or absence");
    }
    return new Statement(new PatientId(exception.patientId()), facts);
  }

  @POST
  @Path("enrollments/{enrollment}/cancellation")
  @PermissionsAllowed("enrollment:cancel")
  public GivenUpView giveUp(UUID session, UUID enrollment, @Valid @NotNull GivenUpBody body) {
    boolean forClinic = body.by() == CancellationHandler.By.CLINIC;
    if (forClinic && !Callers.current().isStaff()) {
      throw BadRequest.field("by", "must be PATIENT");
    }
    Absence absence =
        cancellations.cancel(
            new SessionId(session), new EnrollmentId(enrollment), body.by(), body.reason());
    return new GivenUpView(enrollment, absence);
  }

  private RestResponse<RosterView> created(UUID session, List<Line> lines) {
    return ResponseBuilder.create(RestResponse.Status.CREATED, view(session, lines)).build();
  }

  private RosterView view(UUID session, List<Line> lines) {
    List<PatientId> people = lines.stream().map(line -> line.person().patient()).toList();
    Set<PatientId> atRisk = desk.acrossPatients(() -> outreach.atRisk(people));
    return new RosterView(
        session,
        lines.stream()
            .map(line -> AttendanceView.of(line, atRisk.contains(line.person().patient())))
            .toList());
  }

  /** A time that nobody states is noted to the minute. */
  private Instant at(@Nullable OffsetDateTime given) {
    return given == null ? clock.instant().truncatedTo(ChronoUnit.MINUTES) : given.toInstant();
  }

  private static Method method(@Nullable Method given) {
    return Objects.requireNonNullElse(given, Method.STAFF);
  }

  private static <T> T given(String field, @Nullable T value) {
    if (value == null) {
      throw BadRequest.field(field, "must be given for a fact of this kind");
    }
    return value;
  }
}
