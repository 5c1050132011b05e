package org.daybridge.outcomes.checkin.rest;

import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.daybridge.contract.intake.PatientId;
import org.daybridge.kit.http.Page;
import org.daybridge.kit.http.PageRequest;
import org.daybridge.kit.http.UnitOfWork;
import org.daybridge.kit.identity.Caller;
import org.daybridge.kit.identity.Callers;
import org.daybridge.kit.problem.BadRequest;
import org.daybridge.outcomes.checkin.CheckIn;
import org.daybridge.outcomes.checkin.CheckIn.Mode;
import org.daybridge.outcomes.checkin.CheckInHandler;
import org.daybridge.outcomes.checkin.CheckIns;
import org.daybridge.outcomes.instrument.rest.Parameters;
import org.daybridge.outcomes.risk.CrisisCardHandler;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** The daily check-in: the patient's own form, and what the clinic sees of it. */
@Path("/api/outcomes/v1/check-ins")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@UnitOfWork
@RunOnVirtualThread
public class CheckInResource {
  private static final int MOST_OF_A_GROUP = 50;
  private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");

  /** Answers by question; one that is not answered is absent. A patient names no patient. */
  public record CheckInBody(
      @Nullable UUID patientId,
      @NotEmpty @Size(max = 50) Map<String, Object> answers,
      @Nullable Mode mode,
      @Nullable Instant answeredAt) {
    @Override
    public String toString() {
      return "CheckInBody[]";
    }
  }

  /** A member of the group, and the check-in of the day, if there is one that the caller sees. */
  public record MemberView(UUID patientId, @Nullable CheckInView checkIn) {}

  private final CheckInHandler handler;
  private final CheckIns checkIns;
  private final CrisisCardHandler crisisCards;
  private final Clock clock;

  CheckInResource(
      CheckInHandler handler, CheckIns checkIns, CrisisCardHandler crisisCards, Clock clock) {
    this.handler = handler;
    this.checkIns = checkIns;
    this.crisisCards = crisisCards;
    this.clock = clock;
  }

  /** The questions that this patient is asked. */
  @GET
  @Path("form")
  @PermissionsAllowed("check-in:submit")
  public CheckInFormView form(@QueryParam("patientId") @Nullable String patientId) {
    return CheckInFormView.of(handler.formOf(new PatientId(Parameters.patient(patientId))));
  }

  /** Answers 201, and 200 when the same is there already. */
  @POST
  @PermissionsAllowed("check-in:submit")
  public RestResponse<CheckInView> submit(@Valid @NotNull CheckInBody body) {
    UUID patient =
        Parameters.patient(body.patientId() == null ? null : body.patientId().toString());
    if (body.answeredAt() != null && body.answeredAt().isBefore(EARLIEST)) {
      throw BadRequest.field("answeredAt", "must be after " + EARLIEST);
    }
    CheckInHandler.Kept kept =
        handler.record(
            new PatientId(patient),
            mode(Callers.current(), body.mode()),
            body.answers(),
            body.answeredAt());
    CheckIn one = kept.checkIn();
    CheckInView view =
        CheckInView.of(one, crisisCards.cardFor(one.alerts(), one.patient()).orElse(null));
    return RestResponse.status(
        kept.anew() ? RestResponse.Status.CREATED : RestResponse.Status.OK, view);
  }

  @GET
  @PermissionsAllowed("check-in:read")
  public Page<CheckInView> list(
      @QueryParam("patientId") @Nullable String patientId,
      @QueryParam("limit") @Nullable Integer limit,
      @QueryParam("cursor") @Nullable String cursor) {
    PageRequest asked = PageRequest.of(limit, cursor);
    List<CheckInView> found =
        checkIns
            .of(new PatientId(Parameters.patient(patientId)), asked.rows(), asked.afterId())
            .stream()
            .map(one -> CheckInView.of(one, null))
            .toList();
    return Page.of(found, asked, view -> view.id().toString());
  }

  /** What a group answered before it starts: for each patient named the newest of the day. */
  @GET
  @Path("of-group")
  @PermissionsAllowed("check-in:read-group")
  public List<MemberView> ofGroup(
      @QueryParam("patientId") @Nullable List<String> patientIds,
      @QueryParam("day") @Nullable LocalDate day) {
    Set<UUID> members = new LinkedHashSet<>();
    for (String text : patientIds == null ? List.<String>of() : patientIds) {
      UUID id = Parameters.id("patientId", text);
      if (id != null) members.add(id);
    }
    if (members.isEmpty() || members.size() > MOST_OF_A_GROUP) {
      throw BadRequest.field("patientId", "must be given, at most " + MOST_OF_A_GROUP + " times");
    }
    Map<UUID, CheckIn> newest =
        checkIns.newestOf(members, day, clock.instant()).stream()
            .collect(Collectors.toMap(one -> one.patient().value(), Function.identity()));
    return members.stream().map(id -> member(id, newest.get(id))).toList();
  }

  private static MemberView member(UUID patient, @Nullable CheckIn one) {
    return new MemberView(patient, one == null ? null : CheckInView.of(one, null));
  }

  private static Mode mode(Caller caller, @Nullable Mode named) {
    if (caller.isStaff()) {
      if (named == Mode.SELF) throw BadRequest.field("mode", "is KIOSK or STAFF for staff");
      return named == null ? Mode.STAFF : named;
    }
    if (named != null && named != Mode.SELF) {
      throw BadRequest.field("mode", "is SELF for a patient");
    }
    return Mode.SELF;
  }
}
