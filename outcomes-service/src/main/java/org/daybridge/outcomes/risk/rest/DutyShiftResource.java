package org.daybridge.outcomes.risk.rest;

import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.daybridge.kit.http.Page;
import org.daybridge.kit.http.UnitOfWork;
import org.daybridge.kit.problem.BadRequest;
import org.daybridge.outcomes.risk.DutyRoster.Desk;
import org.daybridge.outcomes.risk.DutyRosters;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** The duty roster: who is alarmed when. */
@Path("/api/outcomes/v1/duty-shifts")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@UnitOfWork
@RunOnVirtualThread
public class DutyShiftResource {
  private static final Duration AHEAD = Duration.ofDays(60);
  private static final int MOST = 200;

  /** A shift at a desk; without an end it lasts until it is cancelled. */
  public record ShiftBody(
      @NotNull UUID staffId, @NotNull Desk desk, @NotNull Instant from, @Nullable Instant to) {}

  /** A shift as shown. */
  public record ShiftView(UUID id, UUID staffId, String desk, Instant from, @Nullable Instant to) {}

  private final DutyRosters rosters;
  private final Clock clock;

  DutyShiftResource(DutyRosters rosters, Clock clock) {
    this.rosters = rosters;
    this.clock = clock;
  }

  @GET
  @PermissionsAllowed("duty-shift:read")
  public Page<ShiftView> list() {
    Instant now = clock.instant();
    List<ShiftView> shifts =
        rosters.overlapping(now, now.plus(AHEAD), MOST).stream()
            .map(
                one ->
                    new ShiftView(one.id(), one.staff(), one.desk().name(), one.from(), one.to()))
            .toList();
    return new Page<>(shifts, null);
  }

  @POST
  @PermissionsAllowed("duty-shift:write")
  public RestResponse<ShiftView> add(@Valid @NotNull ShiftBody body) {
    if (body.to() != null && !body.to().isAfter(body.from())) {
      throw BadRequest.field("to", "must be after from");
    }
    UUID id = rosters.add(body.staffId(), body.desk(), body.from(), body.to());
    return RestResponse.status(
        RestResponse.Status.CREATED,
        new ShiftView(id, body.staffId(), body.desk().name(), body.from(), body.to()));
  }

  @DELETE
  @Path("{id}")
  @Consumes(MediaType.WILDCARD)
  @PermissionsAllowed("duty-shift:write")
  public void cancel(UUID id) {
    rosters.cancel(id, clock.instant());
  }
}
