package org.daybridge.scheduling.recurrence.rest;

import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.daybridge.kit.http.UnitOfWork;
import org.daybridge.kit.problem.BadRequest;
import org.daybridge.scheduling.recurrence.Occurrence;
import org.daybridge.scheduling.recurrence.Recurrence;
import org.jspecify.annotations.Nullable;

/** A calculator: what a recurrence comes to, before anything is booked. */
@Path("/api/scheduling/v1/recurrences/expansion")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@UnitOfWork(stateless = true)
@RunOnVirtualThread
public class RecurrenceResource {
  private static final int USUAL_LIMIT = 100;

  /** A start on the wall clock of a zone, and how it repeats. */
  public record ExpansionBody(
      @NotNull LocalDateTime dtstart,
      @NotBlank @Size(max = 64) String zone,
      @Nullable @Size(max = 1000) String rrule,
      @Nullable @Size(max = 1000) List<@NotNull LocalDateTime> rdate,
      @Nullable @Size(max = 1000) List<@NotNull LocalDateTime> exdate,
      @Nullable @Min(1) @Max(Recurrence.MOST_OCCURRENCES) Integer limit) {}

  /** The occurrences: nominal wall-clock time and resolved instant. */
  public record ExpansionView(List<Occurrence> occurrences) {}

  @POST
  @PermissionsAllowed("recurrence:expand")
  public ExpansionView expand(@Valid @NotNull ExpansionBody body) {
    if (!ZoneId.getAvailableZoneIds().contains(body.zone())) {
      throw BadRequest.field("zone", "must be an IANA zone such as America/New_York");
    }
    var recurrence =
        Recurrence.of(
                body.dtstart(),
                ZoneId.of(body.zone()),
                Optional.ofNullable(body.rrule()),
                Objects.requireNonNullElse(body.rdate(), List.of()),
                Objects.requireNonNullElse(body.exdate(), List.of()))
            .orRefuse()
            .next();
    int limit = Objects.requireNonNullElse(body.limit(), USUAL_LIMIT);
    return new ExpansionView(recurrence.first(limit));
  }
}
