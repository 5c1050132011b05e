package org.daybridge.records.supervision.rest;

import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.daybridge.contract.scheduling.StaffId;
import org.daybridge.kit.decision.Ids;
import org.daybridge.kit.decision.RuleRefused;
import org.daybridge.kit.http.UnitOfWork;
import org.daybridge.kit.identity.Callers;
import org.daybridge.kit.problem.BadRequest;
import org.daybridge.records.supervision.SupervisionLog;
import org.daybridge.records.supervision.SupervisionLog.Entry;
import org.daybridge.records.supervision.SupervisionLog.Kind;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Supervision: written by the one who gave it, read by both. */
@Path("/api/clinical-records/v1/supervision-log")
@Consumes(MediaType.APPLICATION_JSON)
@UnitOfWork
@RunOnVirtualThread
public class SupervisionResource {

  private static final Duration YEAR = Duration.ofDays(365);

  private final SupervisionLog log;
  private final Clock clock;

  SupervisionResource(SupervisionLog log, Clock clock) {
    this.log = log;
    this.clock = clock;
  }

  record NewEntry(
      @NotNull UUID superviseeId,
      @NotNull Kind kind,
      @NotNull Instant startedAt,
      @NotNull @Min(1) @Max(480) Integer minutes,
      @NotBlank @Size(max = 2000) String topics,
      @NotNull @Size(max = 50) List<@NotNull UUID> noteIds) {
    @Override
    public String toString() {
      return "NewEntry[" + kind + "]";
    }
  }

  /** A span's entries with the minutes of all of them. */
  record Log(int totalMinutes, List<Entry> entries) {}

  @POST
  @PermissionsAllowed("supervision:give")
  public RestResponse<Entry> log(@NotNull @Valid NewEntry body) {
    var me = new StaffId(Callers.current().principalId());
    if (body.superviseeId().equals(me.value())) {
      throw RuleRefused.rule("supervision-of-somebody-else", "nobody supervises themselves");
    }
    if (body.startedAt().isAfter(clock.instant())) {
      throw RuleRefused.rule("supervision-has-happened", body.startedAt() + " is still to come");
    }
    var entry =
        new Entry(
            Ids.next(),
            me,
            new StaffId(body.superviseeId()),
            body.kind(),
            body.startedAt(),
            body.minutes(),
            body.topics(),
            body.noteIds());
    log.add(entry);
    return RestResponse.status(RestResponse.Status.CREATED, entry);
  }

  /** What somebody received, of a year when no span is given; a stranger sees nothing of it. */
  @GET
  @PermissionsAllowed("supervision:read")
  public Log list(
      @QueryParam("superviseeId") @Nullable UUID superviseeId,
      @QueryParam("from") @Nullable Instant from,
      @QueryParam("to") @Nullable Instant to) {
    var who = superviseeId == null ? Callers.current().principalId() : superviseeId;
    var until = to == null ? clock.instant() : to;
    var since = from == null ? until.minus(YEAR) : from;
    if (until.isBefore(since)) throw BadRequest.field("to", "is before from");
    var supervisee = new StaffId(who);
    return new Log(log.minutes(supervisee, since, until), log.received(supervisee, since, until));
  }
}
