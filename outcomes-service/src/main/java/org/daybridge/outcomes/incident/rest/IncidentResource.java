package org.daybridge.outcomes.incident.rest;

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
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.daybridge.kit.http.ETags;
import org.daybridge.kit.http.Page;
import org.daybridge.kit.http.PageRequest;
import org.daybridge.kit.http.UnitOfWork;
import org.daybridge.kit.problem.BadRequest;
import org.daybridge.outcomes.incident.Account;
import org.daybridge.outcomes.incident.Incident;
import org.daybridge.outcomes.incident.Incident.Authority;
import org.daybridge.outcomes.incident.Incident.Kind;
import org.daybridge.outcomes.incident.Incident.Outcome;
import org.daybridge.outcomes.incident.Incident.Severity;
import org.daybridge.outcomes.incident.IncidentCommand;
import org.daybridge.outcomes.incident.IncidentHandler;
import org.daybridge.outcomes.incident.IncidentHandler.Asked;
import org.daybridge.outcomes.incident.Incidents;
import org.daybridge.outcomes.incident.Incidents.Line;
import org.daybridge.outcomes.incident.Report;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Incidents: everybody reports, few read the register, fewer open what is sealed. */
@Path("/api/outcomes/v1/incidents")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@UnitOfWork
@RunOnVirtualThread
public class IncidentResource {
  private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");

  /** One who was involved: a patient's or staff member's id, or a name. */
  public record PersonBody(
      @NotNull Account.Role role,
      @Nullable UUID patientId,
      @Nullable UUID staffId,
      @Nullable @Size(max = 200) String name) {
    @Override
    public String toString() {
      return "PersonBody[" + role + "]";
    }
  }

  /** {@code learntAt} starts the clocks; without it the time of the report does. */
  public record ReportBody(
      @NotNull Kind kind,
      @NotNull Severity severity,
      @NotNull Instant occurredAt,
      @Nullable Instant learntAt,
      @Nullable @Size(max = 200) String place,
      @NotBlank @Size(max = 10_000) String narrative,
      @Nullable @Size(max = 50) List<@Valid @NotNull PersonBody> people) {
    @Override
    public String toString() {
      return "ReportBody[" + kind + "]";
    }
  }

  /** What was done about it. */
  public record ActionBody(@NotBlank @Size(max = 4000) String what) {
    @Override
    public String toString() {
      return "ActionBody[]";
    }
  }

  /** Who was told when, and what they answered with. */
  public record NotificationBody(
      @NotNull Authority authority,
      @Nullable Instant toldAt,
      @Nullable @Size(max = 200) String reference) {}

  /** What was found, and what keeps it from happening again. */
  public record ReviewBody(
      @NotNull Outcome outcome,
      @NotBlank @Size(max = 10_000) String findings,
      @Nullable @Size(max = 10_000) String prevention) {
    @Override
    public String toString() {
      return "ReviewBody[" + outcome + "]";
    }
  }

  /** With what is sealed. */
  public record OpenedView(IncidentView incident, Account account) {}

  private final IncidentHandler handler;
  private final Incidents incidents;
  private final Clock clock;

  IncidentResource(IncidentHandler handler, Incidents incidents, Clock clock) {
    this.handler = handler;
    this.incidents = incidents;
    this.clock = clock;
  }

  @POST
  @PermissionsAllowed("incident:report")
  public RestResponse<IncidentView> report(@Valid @NotNull ReportBody body) {
    if (body.occurredAt().isBefore(EARLIEST)) {
      throw BadRequest.field("occurredAt", "must be after " + EARLIEST);
    }
    List<PersonBody> people = Objects.requireNonNullElse(body.people(), List.of());
    Instant learntAt = body.learntAt() == null ? clock.instant() : body.learntAt();
    if (learntAt.isBefore(EARLIEST)) {
      throw BadRequest.field("learntAt", "must be after " + EARLIEST);
    }
    Line line =
        handler.report(
            new Report(
                body.kind(),
                body.severity(),
                body.occurredAt(),
                learntAt,
                Account.of(
                    body.narrative(),
                    body.place(),
                    people.stream().map(IncidentResource::person).toList())));
    return answer(RestResponse.Status.CREATED, line);
  }

  @GET
  @PermissionsAllowed("incident:read")
  public Page<IncidentView> list(
      @QueryParam("open") @Nullable Boolean open,
      @QueryParam("overdue") @Nullable Boolean overdue,
      @QueryParam("limit") @Nullable Integer limit,
      @QueryParam("cursor") @Nullable String cursor) {
    PageRequest asked = PageRequest.of(limit, cursor);
    List<IncidentView> found =
        incidents
            .page(
                Boolean.TRUE.equals(open),
                Boolean.TRUE.equals(overdue) ? clock.instant() : null,
                asked.rows(),
                asked.afterId())
            .stream()
            .map(IncidentView::of)
            .toList();
    return Page.of(found, asked, view -> view.id().toString());
  }

  /** Breaks the seal; the audit keeps who did. */
  @GET
  @Path("{id}")
  @PermissionsAllowed("incident:open")
  public RestResponse<OpenedView> open(UUID id) {
    Incident one = incidents.require(id);
    return RestResponse.ResponseBuilder.ok(
            new OpenedView(IncidentView.of(Line.of(one)), one.account()))
        .header("ETag", ETags.of(one.version()))
        .build();
  }

  @POST
  @Path("{id}/actions")
  @PermissionsAllowed("incident:act")
  public RestResponse<IncidentView> act(
      UUID id, @HeaderParam("If-Match") @Nullable String ifMatch, @Valid @NotNull ActionBody body) {
    return change(
        id, ifMatch, asked -> new IncidentCommand.Note(body.what(), asked.by(), asked.at()));
  }

  @POST
  @Path("{id}/notifications")
  @PermissionsAllowed("incident:act")
  public RestResponse<IncidentView> told(
      UUID id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @Valid @NotNull NotificationBody body) {
    return change(
        id,
        ifMatch,
        asked ->
            new IncidentCommand.Tell(
                body.authority(),
                body.toldAt() == null ? asked.at() : body.toldAt(),
                body.reference(),
                asked.by(),
                asked.at()));
  }

  @POST
  @Path("{id}/review")
  @PermissionsAllowed("incident:review")
  public RestResponse<IncidentView> review(
      UUID id, @HeaderParam("If-Match") @Nullable String ifMatch, @Valid @NotNull ReviewBody body) {
    return change(
        id,
        ifMatch,
        asked ->
            new IncidentCommand.Review(
                body.outcome(), body.findings(), body.prevention(), asked.by(), asked.at()));
  }

  private RestResponse<IncidentView> change(
      UUID id, @Nullable String ifMatch, Function<Asked, IncidentCommand> command) {
    return answer(
        RestResponse.Status.OK,
        handler.handle(id, version -> ETags.require(ifMatch, version), command));
  }

  private static Account.Person person(PersonBody body) {
    boolean named = body.name() != null && !body.name().isBlank();
    if (body.patientId() == null && body.staffId() == null && !named) {
      throw BadRequest.field("people", "each needs a patientId, a staffId or a name");
    }
    return new Account.Person(body.role(), body.patientId(), body.staffId(), body.name());
  }

  private static RestResponse<IncidentView> answer(RestResponse.Status status, Line line) {
    return RestResponse.ResponseBuilder.create(status, IncidentView.of(line))
        .header("ETag", ETags.of(line.version()))
        .build();
  }
}
