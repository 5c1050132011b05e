package org.daybridge.scheduling.enrollment.rest;

import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
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
import org.daybridge.contract.intake.PatientId;
import org.daybridge.kit.http.UnitOfWork;
import org.daybridge.kit.problem.BadRequest;
import org.daybridge.scheduling.enrollment.EnrollmentHandler;
import org.daybridge.scheduling.enrollment.SlotSearchHandler;
import org.daybridge.scheduling.enrollment.SlotSearchHandler.Slot;
import org.jspecify.annotations.Nullable;

/** Sessions that a patient could join, and whom the patient must not meet there. */
@Path("/api/scheduling/v1/patients/{patient}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@UnitOfWork
@RunOnVirtualThread
public class SlotResource {
  private static final Duration WEEK = Duration.ofDays(7);
  private static final Duration LONGEST = Duration.ofDays(31);

  /** What is offered; and what is not, each with the rules that speak against it. */
  public record SlotsView(List<Slot> offered, List<Slot> notOffered) {}

  /** The other one of a pair that must not meet. */
  public record NoContactBody(@NotNull UUID otherPatientId) {}

  private final SlotSearchHandler search;
  private final EnrollmentHandler enrollments;
  private final Clock clock;

  SlotResource(SlotSearchHandler search, EnrollmentHandler enrollments, Clock clock) {
    this.search = search;
    this.enrollments = enrollments;
    this.clock = clock;
  }

  @GET
  @Path("slots")
  @PermissionsAllowed("slot:read")
  public SlotsView slots(
      UUID patient,
      @QueryParam("from") @Nullable OffsetDateTime from,
      @QueryParam("to") @Nullable OffsetDateTime to,
      @QueryParam("type") @Nullable String type) {
    Instant begin = from == null ? clock.instant() : from.toInstant();
    Instant end = to == null ? begin.plus(WEEK) : to.toInstant();
    if (end.isBefore(begin) || Duration.between(begin, end).compareTo(LONGEST) > 0) {
      throw BadRequest.field("to", "must be after from, by at most 31 days");
    }
    List<Slot> slots = search.search(new PatientId(patient), begin, end, Optional.ofNullable(type));
    return new SlotsView(
        slots.stream().filter(Slot::offered).toList(),
        slots.stream().filter(slot -> !slot.offered()).toList());
  }

  @POST
  @Path("no-contacts")
  @PermissionsAllowed("no-contact:write")
  public void keepApart(UUID patient, @Valid @NotNull NoContactBody body) {
    enrollments.keepApart(new PatientId(patient), new PatientId(body.otherPatientId()));
  }
}
