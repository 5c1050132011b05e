package org.daybridge.records.note.rest;

import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.IntConsumer;
import org.daybridge.contract.intake.PatientId;
import org.daybridge.contract.records.NoteId;
import org.daybridge.contract.scheduling.SessionId;
import org.daybridge.contract.scheduling.StaffId;
import org.daybridge.kit.decision.Ids;
import org.daybridge.kit.http.ETags;
import org.daybridge.kit.http.Page;
import org.daybridge.kit.http.PageRequest;
import org.daybridge.kit.http.UnitOfWork;
import org.daybridge.kit.identity.Callers;
import org.daybridge.records.note.Note;
import org.daybridge.records.note.NoteCommand;
import org.daybridge.records.note.NoteFormat;
import org.daybridge.records.note.NoteHandler;
import org.daybridge.records.note.NoteHandler.Beginning;
import org.daybridge.records.note.NoteHandler.Saved;
import org.daybridge.records.note.NoteKind;
import org.daybridge.records.note.Notes;
import org.daybridge.records.note.Occasion;
import org.daybridge.records.note.Retraction;
import org.daybridge.records.signing.Versioned;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

/** Progress notes. */
@Path("/api/clinical-records/v1/notes")
@Consumes(MediaType.APPLICATION_JSON)
@UnitOfWork
@RunOnVirtualThread
public class NoteResource {

  private final NoteHandler handler;
  private final Notes notes;
  private final NoteQuery query;

  NoteResource(NoteHandler handler, Notes notes, NoteQuery query) {
    this.handler = handler;
    this.notes = notes;
    this.query = query;
  }

  record NewNote(
      @Nullable UUID id,
      @NotNull UUID patientId,
      @NotNull NoteKind kind,
      @NotNull NoteFormat format,
      @Nullable UUID sessionId,
      @Nullable @Valid Contact contact,
      @NotNull @Valid ContentBody content) {}

  record Contact(@NotNull Instant startedAt, @NotNull @Min(0) @Max(1440) Integer minutes) {}

  record NewVersion(
      @NotNull @Min(1) Integer basedOn,
      @Nullable @Size(max = 20) Set<Integer> merges,
      @NotNull @Valid ContentBody content) {}

  record Sighting(@NotNull @Min(1) Integer version) {}

  record NewAddendum(@NotNull @Size(max = 20_000) String text) {}

  record RetractionRequest(
      @NotNull Retraction.Reason reason, @NotBlank @Size(max = 2000) String because) {}

  @POST
  @PermissionsAllowed("note:write")
  public RestResponse<NoteView> begin(@NotNull @Valid NewNote body) {
    var beginning =
        new Beginning(
            new NoteId(body.id() == null ? Ids.next() : body.id()),
            new PatientId(body.patientId()),
            body.kind(),
            body.format(),
            Optional.ofNullable(body.sessionId()).map(SessionId::new),
            Optional.ofNullable(body.contact())
                .map(contact -> new Occasion.Contact(contact.startedAt(), contact.minutes())),
            body.content().toDomain());
    var kept = handler.begin(beginning, me());
    return ResponseBuilder.create(RestResponse.Status.CREATED, NoteView.of(kept))
        .location(URI.create("/api/clinical-records/v1/notes/" + kept.value().id()))
        .header("ETag", tag(kept))
        .build();
  }

  @GET
  @PermissionsAllowed("note:read")
  public Page<NoteSummary> list(
      @QueryParam("patientId") UUID patientId,
      @QueryParam("kind") @Nullable NoteKind kind,
      @QueryParam("from") @Nullable Instant from,
      @QueryParam("to") @Nullable Instant to,
      @QueryParam("text") @Nullable @Size(max = 200) String text,
      @QueryParam("limit") @Nullable Integer limit,
      @QueryParam("cursor") @Nullable String cursor) {
    return query.ofPatient(
        new NoteQuery.Filter(patientId, kind, from, to, text), PageRequest.of(limit, cursor));
  }

  /** Full text over the notes of all patients of the caller. */
  @GET
  @Path("found-text")
  @PermissionsAllowed("note:read")
  public Page<NoteSummary> search(
      @QueryParam("text") @Nullable @Size(max = 200) String text,
      @QueryParam("limit") @Nullable Integer limit,
      @QueryParam("cursor") @Nullable String cursor) {
    return query.ofCaseload(text, PageRequest.of(limit, cursor));
  }

  @GET
  @Path("{id}")
  @PermissionsAllowed("note:read")
  public RestResponse<NoteView> read(UUID id) {
    return shown(notes.require(new NoteId(id)));
  }

  /** The bytes that were hashed, for whoever wants to check the hash by themselves. */
  @GET
  @Path("{id}/signed-text")
  @PermissionsAllowed("note:read")
  public SignedTextView signedText(UUID id) {
    return SignedTextView.of(notes.require(new NoteId(id)).value());
  }

  @PUT
  @Path("{id}")
  @PermissionsAllowed("note:write")
  public RestResponse<NoteView> write(
      UUID id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @NotNull @Valid ContentBody body) {
    var saved = new Saved(Optional.empty(), Set.of(), body.toDomain());
    return shown(handler.save(new NoteId(id), at(ifMatch), me(), saved));
  }

  /** Keeps what one window typed, whatever other windows did: no version is ever overwritten. */
  @POST
  @Path("{id}/versions")
  @PermissionsAllowed("note:write")
  public RestResponse<NoteView> save(UUID id, @NotNull @Valid NewVersion body) {
    var merges = body.merges() == null ? Set.<Integer>of() : body.merges();
    var saved = new Saved(Optional.of(body.basedOn()), merges, body.content().toDomain());
    return shown(handler.save(new NoteId(id), _ -> {}, me(), saved));
  }

  @DELETE
  @Path("{id}")
  @Consumes(MediaType.WILDCARD)
  @PermissionsAllowed("note:write")
  public void discard(UUID id, @HeaderParam("If-Match") @Nullable String ifMatch) {
    var me = me();
    handler.handle(new NoteId(id), at(ifMatch), now -> new NoteCommand.Discard(me, now));
  }

  @POST
  @Path("{id}/signature")
  @PermissionsAllowed("note:sign")
  public RestResponse<NoteView> sign(
      UUID id, @HeaderParam("If-Match") @Nullable String ifMatch, @NotNull @Valid Sighting body) {
    return shown(handler.sign(new NoteId(id), at(ifMatch), me(), role(), body.version()));
  }

  @POST
  @Path("{id}/countersignature")
  @Consumes(MediaType.WILDCARD)
  @PermissionsAllowed("note:countersign")
  public RestResponse<NoteView> countersign(
      UUID id, @HeaderParam("If-Match") @Nullable String ifMatch) {
    return shown(handler.countersign(new NoteId(id), at(ifMatch), me(), role()));
  }

  @POST
  @Path("{id}/addenda")
  @PermissionsAllowed("note:write")
  public RestResponse<NoteView> amend(UUID id, @NotNull @Valid NewAddendum body) {
    return shown(handler.amend(new NoteId(id), _ -> {}, me(), role(), body.text()));
  }

  @POST
  @Path("{id}/retraction-request")
  @PermissionsAllowed("note:retract")
  public RestResponse<NoteView> askRetraction(
      UUID id,
      @HeaderParam("If-Match") @Nullable String ifMatch,
      @NotNull @Valid RetractionRequest body) {
    var me = me();
    return shown(
        handler.handle(
            new NoteId(id),
            at(ifMatch),
            now -> new NoteCommand.AskRetraction(me, body.reason(), body.because(), now)));
  }

  @POST
  @Path("{id}/retraction")
  @Consumes(MediaType.WILDCARD)
  @PermissionsAllowed("note:retract")
  public RestResponse<NoteView> confirmRetraction(
      UUID id, @HeaderParam("If-Match") @Nullable String ifMatch) {
    var me = me();
    return shown(
        handler.handle(
            new NoteId(id), at(ifMatch), now -> new NoteCommand.ConfirmRetraction(me, now)));
  }

  @DELETE
  @Path("{id}/retraction-request")
  @Consumes(MediaType.WILDCARD)
  @PermissionsAllowed("note:retract")
  public RestResponse<NoteView> declineRetraction(
      UUID id, @HeaderParam("If-Match") @Nullable String ifMatch) {
    var me = me();
    return shown(
        handler.handle(
            new NoteId(id), at(ifMatch), now -> new NoteCommand.DeclineRetraction(me, now)));
  }

  private static StaffId me() {
    return new StaffId(Callers.current().principalId());
  }

  private static String role() {
    return Callers.current().roles().stream().sorted().findFirst().orElse("staff");
  }

  private static IntConsumer at(@Nullable String ifMatch) {
    return version -> ETags.require(ifMatch, version);
  }

  private static RestResponse<NoteView> shown(Versioned<Note> kept) {
    return ResponseBuilder.ok(NoteView.of(kept)).header("ETag", tag(kept)).build();
  }

  private static String tag(Versioned<Note> kept) {
    return ETags.of(kept.version());
  }
}
