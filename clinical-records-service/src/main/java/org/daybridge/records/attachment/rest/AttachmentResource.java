package org.daybridge.records.attachment.rest;

import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.daybridge.contract.records.NoteId;
import org.daybridge.contract.scheduling.StaffId;
import org.daybridge.kit.decision.Ids;
import org.daybridge.kit.decision.RuleRefused;
import org.daybridge.kit.http.UnitOfWork;
import org.daybridge.kit.identity.Callers;
import org.daybridge.kit.problem.BadRequest;
import org.daybridge.records.attachment.Attachment;
import org.daybridge.records.attachment.Attachment.Type;
import org.daybridge.records.attachment.Attachments;
import org.daybridge.records.note.Note;
import org.daybridge.records.note.Notes;
import org.daybridge.records.signing.ContentHash;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** Files with a note: PDF, PNG or JPEG, two megabytes at most. */
@Path("/api/clinical-records/v1/notes/{note}/attachments")
@UnitOfWork
@RunOnVirtualThread
public class AttachmentResource {

  private final Attachments attachments;
  private final Notes notes;
  private final Clock clock;

  AttachmentResource(Attachments attachments, Notes notes, Clock clock) {
    this.attachments = attachments;
    this.notes = notes;
    this.clock = clock;
  }

  record AttachmentView(
      UUID id, String mediaType, int size, String contentHash, UUID addedById, Instant addedAt) {
    static AttachmentView of(Attachment each) {
      return new AttachmentView(
          each.id(),
          each.type().mediaType(),
          each.size(),
          each.hash(),
          each.addedBy().value(),
          each.addedAt());
    }
  }

  @POST
  @Consumes({"application/pdf", "image/png", "image/jpeg"})
  @PermissionsAllowed("note:write")
  public RestResponse<AttachmentView> attach(
      UUID note, @HeaderParam("Content-Type") String contentType, @NotNull byte[] bytes) {
    var type = type(contentType);
    if (!type.begins(bytes)) throw BadRequest.field("body", "is not of the type " + type);
    var kept = notes.require(new NoteId(note)).value();
    var proposed =
        new Attachment(
            Ids.next(),
            kept.id(),
            type,
            bytes.length,
            ContentHash.of(bytes).value(),
            new StaffId(Callers.current().principalId()),
            clock.instant().truncatedTo(ChronoUnit.MICROS));
    var attachment =
        Attachment.attach(proposed, kept, attachments.of(kept.id()).size()).orRefuse().next();
    attachments.add(attachment, kept, bytes);
    return RestResponse.status(RestResponse.Status.CREATED, AttachmentView.of(attachment));
  }

  @GET
  @PermissionsAllowed("note:read")
  public List<AttachmentView> list(UUID note) {
    var kept = readable(note);
    return attachments.of(kept.id()).stream().map(AttachmentView::of).toList();
  }

  /** The bytes, as a download under a neutral name. */
  @GET
  @Path("{id}")
  @PermissionsAllowed("note:read")
  public RestResponse<byte[]> read(UUID note, UUID id) {
    var kept = readable(note);
    var bytes = attachments.bytes(kept.id(), id);
    var type =
        attachments.of(kept.id()).stream()
            .filter(each -> each.id().equals(id))
            .map(each -> each.type().mediaType())
            .findFirst()
            .orElse("application/octet-stream");
    return ResponseBuilder.ok(bytes)
        .header("Content-Type", type)
        .header("Content-Disposition", "attachment; filename=\"document\"")
        .header("X-Content-Type-Options", "nosniff")
        .header("Cache-Control", "no-store")
        .build();
  }

  /** Takes a file from a draft again. */
  @DELETE
  @Path("{id}")
  @PermissionsAllowed("note:write")
  public void remove(UUID note, UUID id) {
    var kept = notes.require(new NoteId(note)).value();
    if (!(kept.state() instanceof Note.Draft)) {
      throw RuleRefused.state("note-signed", "files are locked with the signed note");
    }
    if (!kept.author().value().equals(Callers.current().principalId())) {
      throw RuleRefused.rule("draft-belongs-to-author", "only its author takes files from a draft");
    }
    attachments.remove(kept, id);
  }

  private Note readable(UUID note) {
    return notes.require(new NoteId(note)).value();
  }

  private static Type type(String contentType) {
    return Arrays.stream(Type.values())
        .filter(each -> contentType.startsWith(each.mediaType()))
        .findFirst()
        .orElseThrow();
  }
}
