package org.daybridge.records.teammeeting.rest;

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
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.daybridge.contract.intake.PatientId;
import org.daybridge.contract.scheduling.StaffId;
import org.daybridge.kit.http.ETags;
import org.daybridge.kit.http.UnitOfWork;
import org.daybridge.records.register.rest.RegisterDesk;
import org.daybridge.records.signing.Versioned;
import org.daybridge.records.teammeeting.AgendaItem;
import org.daybridge.records.teammeeting.TeamMeeting;
import org.daybridge.records.teammeeting.TeamMeeting.State;
import org.daybridge.records.teammeeting.TeamMeetingHandler;
import org.daybridge.records.teammeeting.TeamMeetings;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

/** Treatment-team meetings. */
@Path("/api/clinical-records/v1/team-meetings")
@Consumes(MediaType.APPLICATION_JSON)
@UnitOfWork
@RunOnVirtualThread
public class TeamMeetingResource {

  private final TeamMeetingHandler handler;
  private final TeamMeetings meetings;

  TeamMeetingResource(TeamMeetingHandler handler, TeamMeetings meetings) {
    this.handler = handler;
    this.meetings = meetings;
  }

  record NewMeeting(
      @Nullable UUID id,
      @NotNull LocalDate heldOn,
      @NotNull @Size(max = 50) List<@NotNull UUID> attendeeIds,
      @Nullable @Size(max = 60) List<@NotNull UUID> patientIds) {}

  record NewDecision(
      @NotBlank @Size(max = 2000) String text, @NotNull UUID ownerId, @NotNull LocalDate dueOn) {
    @Override
    public String toString() {
      return "NewDecision[dueOn=" + dueOn + "]";
    }
  }

  /** A meeting's head. */
  record MeetingSummary(
      UUID id,
      LocalDate heldOn,
      UUID ledById,
      List<UUID> attendeeIds,
      int patients,
      String status,
      @Nullable UUID physicianId,
      @Nullable Instant signedAt,
      @Nullable String contentHash) {

    static MeetingSummary of(TeamMeeting each) {
      var signed = each.state() instanceof State.Signed it ? it : null;
      return new MeetingSummary(
          each.id(),
          each.heldOn(),
          each.ledBy().value(),
          each.attendees().stream().map(StaffId::value).toList(),
          each.patients(),
          signed == null ? "OPEN" : "SIGNED",
          signed == null ? null : signed.physician().value(),
          signed == null ? null : signed.at(),
          signed == null ? null : signed.hash().value());
    }
  }

  /** A meeting with those items of its agenda that the caller can see. */
  record MeetingView(MeetingSummary meeting, List<AgendaItem> items) {}

  /** Builds the agenda from the record; without patients it is the caller's caseload. */
  @POST
  @PermissionsAllowed("team-meeting:hold")
  public RestResponse<MeetingView> convene(@NotNull @Valid NewMeeting body) {
    var patients = body.patientIds() == null ? List.<UUID>of() : body.patientIds();
    var kept =
        handler.convene(
            RegisterDesk.id(body.id()),
            body.heldOn(),
            RegisterDesk.me(),
            body.attendeeIds().stream().map(StaffId::new).toList(),
            patients.stream().map(PatientId::new).toList());
    return ResponseBuilder.create(RestResponse.Status.CREATED, view(kept.value()))
        .header("ETag", ETags.of(kept.version()))
        .build();
  }

  /** The latest fifty, without their agendas. */
  @GET
  @PermissionsAllowed("team-meeting:read")
  public List<MeetingSummary> list() {
    return meetings.latest().stream().map(MeetingSummary::of).toList();
  }

  @GET
  @Path("{id}")
  @PermissionsAllowed("team-meeting:read")
  public RestResponse<MeetingView> read(UUID id) {
    return shown(meetings.require(id));
  }

  @PUT
  @Path("{id}/decisions/{patientId}")
  @PermissionsAllowed("team-meeting:hold")
  public AgendaItem decide(UUID id, UUID patientId, @NotNull @Valid NewDecision body) {
    return handler.decide(
        id, new PatientId(patientId), body.text(), new StaffId(body.ownerId()), body.dueOn());
  }

  /** The physician's signature; the decisions become tasks. */
  @POST
  @Path("{id}/signature")
  @Consumes(MediaType.WILDCARD)
  @PermissionsAllowed("team-meeting:sign")
  public RestResponse<MeetingView> sign(
      UUID id, @HeaderParam("If-Match") @Nullable String ifMatch) {
    return shown(handler.sign(id, version -> ETags.require(ifMatch, version), RegisterDesk.me()));
  }

  private MeetingView view(TeamMeeting meeting) {
    return new MeetingView(MeetingSummary.of(meeting), meetings.items(meeting.id()));
  }

  private RestResponse<MeetingView> shown(Versioned<TeamMeeting> kept) {
    return ResponseBuilder.ok(view(kept.value())).header("ETag", ETags.of(kept.version())).build();
  }
}
