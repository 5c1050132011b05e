package org.daybridge.records.psychotherapynote.rest;

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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.daybridge.contract.intake.PatientId;
import org.daybridge.kit.decision.Ids;
import org.daybridge.kit.http.ETags;
import org.daybridge.kit.http.UnitOfWork;
import org.daybridge.kit.problem.BadRequest;
import org.daybridge.records.psychotherapynote.PsychotherapyNotes;
import org.daybridge.records.psychotherapynote.PsychotherapyNotes.SealedNote;
import org.daybridge.records.psychotherapynote.PsychotherapyNotes.SealedNoteLine;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

/** Psychotherapy notes: for their author alone. */
@Path("/api/clinical-records/v1/psychotherapy-notes")
@Consumes(MediaType.APPLICATION_JSON)
@UnitOfWork
@RunOnVirtualThread
public class PsychotherapyNoteResource {

  private final PsychotherapyNotes notes;

  PsychotherapyNoteResource(PsychotherapyNotes notes) {
    this.notes = notes;
  }

  /** A substance-use counselling note falls under 42 CFR Part 2 instead of HIPAA's definition. */
  record NewSealedNote(
      @Nullable UUID id,
      @NotNull UUID patientId,
      @Nullable Boolean substanceUseCounselling,
      @NotBlank @Size(max = 50_000) String text) {
    @Override
    public String toString() {
      return "NewSealedNote[]";
    }
  }

  record SealedText(@NotBlank @Size(max = 50_000) String text) {
    @Override
    public String toString() {
      return "SealedText[]";
    }
  }

  @POST
  @PermissionsAllowed("psychotherapy-note:keep")
  public RestResponse<SealedNote> keep(@NotNull @Valid NewSealedNote body) {
    var note =
        notes.add(
            body.id() == null ? Ids.next() : body.id(),
            new PatientId(body.patientId()),
            Boolean.TRUE.equals(body.substanceUseCounselling()),
            body.text());
    return ResponseBuilder.create(RestResponse.Status.CREATED, note)
        .header("ETag", ETags.of(note.version()))
        .build();
  }

  @GET
  @PermissionsAllowed("psychotherapy-note:keep")
  public List<SealedNoteLine> list(@QueryParam("patientId") @Nullable UUID patientId) {
    if (patientId == null) throw BadRequest.field("patientId", "is needed");
    return notes.of(new PatientId(patientId));
  }

  @GET
  @Path("{id}")
  @PermissionsAllowed("psychotherapy-note:keep")
  public RestResponse<SealedNote> read(UUID id) {
    return shown(notes.require(id));
  }

  @PUT
  @Path("{id}")
  @PermissionsAllowed("psychotherapy-note:keep")
  public RestResponse<SealedNote> rewrite(
      UUID id, @HeaderParam("If-Match") @Nullable String ifMatch, @NotNull @Valid SealedText body) {
    var note = notes.require(id);
    ETags.require(ifMatch, note.version());
    return shown(notes.rewrite(id, note.version(), body.text()));
  }

  private static RestResponse<SealedNote> shown(SealedNote note) {
    return ResponseBuilder.ok(note).header("ETag", ETags.of(note.version())).build();
  }
}
