package org.daybridge.records.groupnote.rest;

import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.daybridge.contract.intake.PatientId;
import org.daybridge.contract.scheduling.SessionId;
import org.daybridge.contract.scheduling.StaffId;
import org.daybridge.kit.decision.Ids;
import org.daybridge.kit.decision.NotVisible;
import org.daybridge.kit.http.ETags;
import org.daybridge.kit.http.UnitOfWork;
import org.daybridge.kit.identity.Callers;
import org.daybridge.kit.problem.BadRequest;
import org.daybridge.records.groupnote.Clone;
import org.daybridge.records.groupnote.GroupNote;
import org.daybridge.records.groupnote.GroupNoteCommand;
import org.daybridge.records.groupnote.GroupNoteHandler;
import org.daybridge.records.groupnote.GroupNoteId;
import org.daybridge.records.groupnote.GroupNotes;
import org.daybridge.records.groupnote.IndividualSection;
import org.daybridge.records.groupnote.IndividualSection.Participation;
import org.daybridge.records.groupnote.IndividualSection.Response;
import org.daybridge.records.plan.GoalId;
import org.daybridge.records.signing.Versioned;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

/** Group notes: one narrative, one section per present patient, closed by signing. */
@Path("/api/clinical-records/v1/group-notes")
@Consumes(MediaType.APPLICATION_JSON)
@UnitOfWork
@RunOnVirtualThread
public class GroupNoteResource {

  private final GroupNoteHandler handler;
  private final GroupNotes groups;

  GroupNoteResource(GroupNoteHandler handler, GroupNotes groups) {
    this.handler = handler;
    this.groups = groups;
  }

  record NewGroupNote(@Nullable UUID id, @NotNull UUID sessionId) {}

  record Narrative(@NotNull @Size(max = 20_000) String text) {
    @Override
    public String toString() {
      return "Narrative[]";
    }
  }

  record SectionBody(
      @NotNull Participation participation,
      @NotNull Response response,
      @NotNull @Size(max = 20_000) String text,
      @Nullable @Size(max = 30) List<@NotNull UUID> goalIds) {
    @Override
    public String toString() {
      return "SectionBody[" + participation + ", " + response + "]";
    }
  }

  /** Without a reason, sections that are too alike keep the note open. */
  record Closing(@Nullable @Size(min = 10, max = 2000) String likenessReason) {}

  record ClosedView(GroupNoteView group, Map<UUID, UUID> noteIdsByPatient) {}

  record CloneView(
      UUID patientId,
      UUID otherPatientId,
      boolean earlierNote,
      double similarity,
      List<Clone.Span> spans) {}

  @POST
  @PermissionsAllowed("note:write")
  public RestResponse<GroupNoteView> open(@NotNull @Valid NewGroupNote body) {
    var id = new GroupNoteId(body.id() == null ? Ids.next() : body.id());
    var kept = handler.open(id, new SessionId(body.sessionId()), me());
    return ResponseBuilder.create(RestResponse.Status.CREATED, GroupNoteView.of(kept.value()))
        .location(URI.create("/api/clinical-records/v1/group-notes/" + id))
        .header("ETag", ETags.of(kept.version()))
        .build();
  }

  @GET
  @PermissionsAllowed("note:write")
  public RestResponse<GroupNoteView> ofSession(@QueryParam("sessionId") @Nullable UUID sessionId) {
    if (sessionId == null) throw BadRequest.field("sessionId", "is needed");
    var id =
        groups
            .ofSession(new SessionId(sessionId))
            .orElseThrow(() -> new NotVisible("group-note", sessionId));
    return shown(groups.require(id));
  }

  @GET
  @Path("{id}")
  @PermissionsAllowed("note:write")
  public RestResponse<GroupNoteView> read(UUID id) {
    return shown(groups.require(new GroupNoteId(id)));
  }

  @PUT
  @Path("{id}/narrative")
  @PermissionsAllowed("note:write")
  public RestResponse<GroupNoteView> narrate(
      UUID id, @HeaderParam("If-Match") @Nullable String ifMatch, @NotNull @Valid Narrative body) {
    return change(id, ifMatch, new GroupNoteCommand.Narrate(me(), body.text()));
  }

  @PUT
  @Path("{id}/sections/{patientId}")
  @PermissionsAllowed("note:write")
  public RestResponse<GroupNoteView> write(
      UUID id,
      UUID patientId,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @NotNull @Valid SectionBody body) {
    var goals = body.goalIds() == null ? List.<UUID>of() : body.goalIds();
    var section =
        new IndividualSection(
            new PatientId(patientId),
            body.participation(),
            body.response(),
            body.text(),
            goals.stream().map(GoalId::new).toList());
    return change(id, ifMatch, new GroupNoteCommand.WriteSection(me(), section));
  }

  /** Sections that are too alike, with the character spans that they share. */
  @GET
  @Path("{id}/clones")
  @PermissionsAllowed("note:write")
  public List<CloneView> clones(UUID id) {
    return handler.clones(new GroupNoteId(id)).stream()
        .map(
            each ->
                new CloneView(
                    each.patient().value(),
                    each.other().value(),
                    each.earlierNote(),
                    each.similarity(),
                    each.spans()))
        .toList();
  }

  @POST
  @Path("{id}/closure")
  @PermissionsAllowed("note:sign")
  public RestResponse<ClosedView> close(
      UUID id, @HeaderParam("If-Match") @Nullable String ifMatch, @NotNull @Valid Closing body) {
    var role = Callers.current().roles().stream().sorted().findFirst().orElse("staff");
    var closure =
        handler.close(
            new GroupNoteId(id),
            version -> ETags.require(ifMatch, version),
            me(),
            role,
            Optional.ofNullable(body.likenessReason()));
    var notes =
        closure.notes().entrySet().stream()
            .collect(
                Collectors.toMap(each -> each.getKey().value(), each -> each.getValue().value()));
    return ResponseBuilder.ok(new ClosedView(GroupNoteView.of(closure.group().value()), notes))
        .header("ETag", ETags.of(closure.group().version()))
        .build();
  }

  private RestResponse<GroupNoteView> change(
      UUID id, @Nullable String ifMatch, GroupNoteCommand command) {
    return shown(
        handler.handle(new GroupNoteId(id), version -> ETags.require(ifMatch, version), command));
  }

  private static RestResponse<GroupNoteView> shown(Versioned<GroupNote> kept) {
    return ResponseBuilder.ok(GroupNoteView.of(kept.value()))
        .header("ETag", ETags.of(kept.version()))
        .build();
  }

  private static StaffId me() {
    return new StaffId(Callers.current().principalId());
  }
}
