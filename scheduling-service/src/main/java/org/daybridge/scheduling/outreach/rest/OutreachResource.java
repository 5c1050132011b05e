package org.daybridge.scheduling.outreach.rest;

import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.daybridge.kit.audit.AuditTrail;
import org.daybridge.kit.http.ETags;
import org.daybridge.kit.http.Page;
import org.daybridge.kit.http.PageRequest;
import org.daybridge.kit.http.UnitOfWork;
import org.daybridge.kit.identity.Callers;
import org.daybridge.scheduling.access.DeskHandler;
import org.daybridge.scheduling.outreach.Outreach;
import org.daybridge.scheduling.outreach.Outreach.Attempt;
import org.daybridge.scheduling.outreach.Outreach.Channel;
import org.daybridge.scheduling.outreach.Outreach.Closed;
import org.daybridge.scheduling.outreach.Outreach.Outcome;
import org.daybridge.scheduling.outreach.Outreach.Result;
import org.daybridge.scheduling.outreach.OutreachHandler;
import org.daybridge.scheduling.outreach.Outreaches;
import org.daybridge.scheduling.outreach.Outreaches.OutreachView;
import org.daybridge.scheduling.outreach.Outreaches.Summary;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

/** Whom to call, and what came of it. */
@Path("/api/scheduling/v1/outreach")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@UnitOfWork
@RunOnVirtualThread
public class OutreachResource {
  private static final String CODE = "[a-z][a-z0-9-]{0,39}";
  private static final Duration MONTH = Duration.ofDays(30);

  /** One try; reason and next step are codes. */
  public record AttemptBody(
      @NotNull Channel channel,
      @NotNull Result result,
      @Nullable @Pattern(regexp = CODE) String reason,
      @Nullable @Pattern(regexp = CODE) String nextStep) {}

  /** An outreach with its tries. */
  public record CaseView(
      UUID id,
      UUID patientId,
      UUID sessionId,
      Instant openedAt,
      boolean urgent,
      List<Attempt> attempts,
      @Nullable Outcome outcome,
      @Nullable Instant closedAt) {
    static CaseView of(Outreach outreach) {
      return new CaseView(
          outreach.id(),
          outreach.patient().value(),
          outreach.session().value(),
          outreach.openedAt(),
          outreach.urgent(),
          outreach.attempts(),
          outreach.closed().map(Closed::outcome).orElse(null),
          outreach.closed().map(Closed::at).orElse(null));
    }
  }

  private final Outreaches outreaches;
  private final OutreachHandler handler;
  private final DeskHandler desk;
  private final Clock clock;

  OutreachResource(Outreaches outreaches, OutreachHandler handler, DeskHandler desk, Clock clock) {
    this.outreaches = outreaches;
    this.handler = handler;
    this.desk = desk;
    this.clock = clock;
  }

  @GET
  @PermissionsAllowed("outreach:read")
  public Page<OutreachView> open(
      @QueryParam("limit") @Nullable Integer limit, @QueryParam("cursor") @Nullable String cursor) {
    var asked = PageRequest.of(limit, cursor);
    List<OutreachView> rows = desk.reaching(() -> outreaches.open(asked.rows(), asked.after()));
    rows.forEach(row -> AuditTrail.read("Outreach", row.id(), row.patientId()));
    return Page.of(rows, asked, row -> row.openedAt() + "|" + row.id());
  }

  @GET
  @Path("summary")
  @PermissionsAllowed("outreach:read")
  public Summary summary(
      @QueryParam("from") @Nullable OffsetDateTime from,
      @QueryParam("to") @Nullable OffsetDateTime to) {
    Instant end = to == null ? clock.instant() : to.toInstant();
    Instant begin = from == null ? end.minus(MONTH) : from.toInstant();
    return desk.reaching(() -> outreaches.summary(begin, end));
  }

  @GET
  @Path("{id}")
  @PermissionsAllowed("outreach:read")
  public RestResponse<CaseView> read(UUID id) {
    Outreach found = desk.reaching(() -> outreaches.require(id));
    AuditTrail.read("Outreach", id, found.patient().value());
    return answer(found, RestResponse.Status.OK);
  }

  @POST
  @Path("{id}/attempts")
  @PermissionsAllowed("outreach:record")
  public RestResponse<CaseView> attempt(
      UUID id,
      @Valid @NotNull AttemptBody body,
      @HeaderParam("If-Match") @Nullable String ifMatch) {
    var attempt =
        new Attempt(
            clock.instant(),
            Callers.current().principalId(),
            body.channel(),
            body.result(),
            Optional.ofNullable(body.reason()),
            Optional.ofNullable(body.nextStep()));
    Outreach after = handler.attempt(id, attempt, version -> ETags.require(ifMatch, version));
    return answer(after, RestResponse.Status.CREATED);
  }

  private static RestResponse<CaseView> answer(Outreach outreach, RestResponse.Status status) {
    return ResponseBuilder.create(status, CaseView.of(outreach))
        .header("ETag", ETags.of(outreach.version()))
        .build();
  }
}
