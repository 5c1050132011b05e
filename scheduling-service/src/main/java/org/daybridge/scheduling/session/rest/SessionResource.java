package org.daybridge.scheduling.session.rest;

import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.daybridge.contract.scheduling.SessionId;
import org.daybridge.contract.scheduling.StaffId;
import org.daybridge.kit.decision.NotVisible;
import org.daybridge.kit.http.ETags;
import org.daybridge.kit.http.Page;
import org.daybridge.kit.http.PageRequest;
import org.daybridge.kit.http.UnitOfWork;
import org.daybridge.kit.identity.Callers;
import org.daybridge.kit.problem.BadRequest;
import org.daybridge.scheduling.enrollment.EnrollmentHandler;
import org.daybridge.scheduling.session.Session;
import org.daybridge.scheduling.session.SessionCommand;
import org.daybridge.scheduling.session.SessionHandler;
import org.daybridge.scheduling.session.SessionPlan.Modality;
import org.daybridge.scheduling.session.SessionQuery;
import org.daybridge.scheduling.session.SessionView;
import org.daybridge.scheduling.session.Wish;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

/** Sessions on the calendar. */
@Path("/api/scheduling/v1/sessions")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@UnitOfWork
@RunOnVirtualThread
public class SessionResource {
  private static final Duration LONGEST_WINDOW = Duration.ofDays(366);
  private static final Duration USUAL_WINDOW = Duration.ofDays(7);

  /** A session that is wished for, in the codes of the register. */
  public record PlanBody(
      @NotBlank @Size(max = 50) String type,
      @NotBlank @Size(max = 50) String site,
      @Nullable @Size(max = 50) String room,
      @Nullable Modality modality,
      @NotNull OffsetDateTime startsAt,
      @NotNull @Min(1) @Max(720) Integer minutes,
      @Nullable @Min(1) @Max(1000) Integer capacity,
      @NotEmpty @Size(max = 10) List<@NotBlank @Size(max = 50) String> facilitators,
      @Nullable @Size(max = 50) String track) {}

  /** When it really began; now, to the minute, when nothing is said. */
  public record StartBody(@Nullable OffsetDateTime startedAt) {}

  /** Why it does not take place: a code. */
  public record CancelBody(@NotBlank @Pattern(regexp = "[a-z][a-z0-9-]{0,39}") String reason) {}

  /** When it takes place instead. */
  public record ScheduleBody(@NotNull OffsetDateTime startsAt, @NotNull OffsetDateTime endsAt) {}

  private final SessionHandler handler;
  private final SessionQuery query;
  private final EnrollmentHandler enrollments;
  private final Clock clock;

  SessionResource(
      SessionHandler handler, SessionQuery query, EnrollmentHandler enrollments, Clock clock) {
    this.handler = handler;
    this.query = query;
    this.enrollments = enrollments;
    this.clock = clock;
  }

  @GET
  @PermissionsAllowed("session:read")
  public Page<SessionView> list(
      @QueryParam("from") @Nullable OffsetDateTime from,
      @QueryParam("to") @Nullable OffsetDateTime to,
      @QueryParam("site") @Nullable UUID site,
      @QueryParam("track") @Nullable String track,
      @QueryParam("staff") @Nullable UUID staff,
      @QueryParam("state") @Nullable String state,
      @QueryParam("limit") @Nullable Integer limit,
      @QueryParam("cursor") @Nullable String cursor) {
    var asked = PageRequest.of(limit, cursor);
    Instant begin = from == null ? clock.instant() : from.toInstant();
    Instant end = to == null ? begin.plus(USUAL_WINDOW) : to.toInstant();
    if (end.isBefore(begin) || Duration.between(begin, end).compareTo(LONGEST_WINDOW) > 0) {
      throw BadRequest.field("to", "must be after from, by at most 366 days");
    }
    var filter = new SessionQuery.Filter(begin, end, site, track, staff, state);
    return Page.of(
        query.list(filter, asked.rows(), asked.after()),
        asked,
        view -> view.startsAt() + "|" + view.id());
  }

  @GET
  @Path("{id}")
  @PermissionsAllowed("session:read")
  public RestResponse<SessionView> read(UUID id) {
    return answer(id, RestResponse.Status.OK);
  }

  @POST
  @PermissionsAllowed("session:plan")
  public RestResponse<SessionView> plan(@Valid @NotNull PlanBody body) {
    Session session =
        handler.plan(
            new Wish(
                Optional.empty(),
                Optional.empty(),
                Optional.ofNullable(body.track()),
                body.type(),
                body.site(),
                Optional.ofNullable(body.room()),
                Objects.requireNonNullElse(body.modality(), Modality.IN_PERSON),
                body.startsAt().toInstant(),
                body.minutes(),
                Optional.ofNullable(body.capacity()),
                body.facilitators()));
    if (body.track() != null) {
      enrollments.enrollMembers(session.id(), body.track());
    }
    return answer(session.id().value(), RestResponse.Status.CREATED);
  }

  @POST
  @Path("{id}/start")
  @PermissionsAllowed("session:run")
  public RestResponse<SessionView> start(
      UUID id,
      @RequestBody(required = false) @Nullable @Valid StartBody body,
      @HeaderParam("If-Match") @Nullable String ifMatch) {
    Instant now = clock.instant();
    Instant at =
        body == null || body.startedAt() == null
            ? now.truncatedTo(ChronoUnit.MINUTES)
            : body.startedAt().toInstant();
    var by = new StaffId(Callers.current().principalId());
    return carryOut(id, new SessionCommand.Start(by, at, now), ifMatch);
  }

  @POST
  @Path("{id}/cancellation")
  @PermissionsAllowed("session:plan")
  public RestResponse<SessionView> cancel(
      UUID id, @Valid @NotNull CancelBody body, @HeaderParam("If-Match") @Nullable String ifMatch) {
    var answer = carryOut(id, new SessionCommand.Cancel(body.reason(), clock.instant()), ifMatch);
    var _ = enrollments.releaseAll(new SessionId(id), body.reason());
    return answer;
  }

  @PUT
  @Path("{id}/schedule")
  @PermissionsAllowed("session:plan")
  public RestResponse<SessionView> reschedule(
      UUID id,
      @Valid @NotNull ScheduleBody body,
      @HeaderParam("If-Match") @Nullable String ifMatch) {
    Session moved =
        handler.move(
            new SessionId(id),
            body.startsAt().toInstant(),
            body.endsAt().toInstant(),
            version -> ETags.require(ifMatch, version));
    enrollments.moved(moved.id());
    return answer(id, RestResponse.Status.OK);
  }

  private RestResponse<SessionView> carryOut(
      UUID id, SessionCommand command, @Nullable String ifMatch) {
    Session after =
        handler.handle(new SessionId(id), command, version -> ETags.require(ifMatch, version));
    return answer(after.id().value(), RestResponse.Status.OK);
  }

  private RestResponse<SessionView> answer(UUID id, RestResponse.Status status) {
    SessionView view = query.find(id).orElseThrow(() -> new NotVisible("Session", id));
    var answer = ResponseBuilder.create(status, view).header("ETag", ETags.of(view.version()));
    if (status == RestResponse.Status.CREATED) {
      answer.location(URI.create("/api/scheduling/v1/sessions/" + id));
    }
    return answer.build();
  }
}
