package org.daybridge.records.note.fhir;

import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.daybridge.contract.intake.PatientId;
import org.daybridge.contract.records.NoteId;
import org.daybridge.kit.decision.NotVisible;
import org.daybridge.kit.fhir.FhirJsonWriter;
import org.daybridge.kit.fhir.Search;
import org.daybridge.kit.fhir.SearchBundle;
import org.daybridge.kit.http.UnitOfWork;
import org.daybridge.records.note.Note;
import org.daybridge.records.note.Notes;
import org.daybridge.records.note.SignedNotes;
import org.daybridge.records.signing.Versioned;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Resource;

/** DocumentReference over FHIR: the signed notes of a patient, with their text. */
@Path("/fhir")
@Produces({FhirJsonWriter.MEDIA_TYPE, MediaType.APPLICATION_JSON})
@UnitOfWork
@RunOnVirtualThread
public class DocumentReferenceFacade {

  private static final String[] PARAMETERS = {
    "_id", "patient", "subject", "status", "category", "type", "date", "period"
  };

  private final Notes notes;

  DocumentReferenceFacade(Notes notes) {
    this.notes = notes;
  }

  @GET
  @Path("DocumentReference/{id}")
  @PermissionsAllowed("document-reference:read")
  public Response read(UUID id) {
    var kept = require(id);
    return Response.ok(DocumentReferences.of(kept))
        .header("ETag", "W/\"" + kept.version() + "\"")
        .build();
  }

  @GET
  @Path("DocumentReference")
  @PermissionsAllowed("document-reference:read")
  public Bundle search(@Context UriInfo uri) {
    return found(uri.getQueryParameters());
  }

  @POST
  @Path("DocumentReference/_search")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @PermissionsAllowed("document-reference:read")
  public Bundle searchByPost(MultivaluedMap<String, String> form) {
    return found(form);
  }

  @GET
  @Path("Provenance/DocumentReference-{id}")
  @PermissionsAllowed("document-reference:read")
  public Resource provenance(UUID id) {
    return DocumentReferences.provenance(require(id));
  }

  private Versioned<Note> require(UUID id) {
    var kept = notes.require(new NoteId(id));
    if (kept.value().state() instanceof Note.Signed) return kept;
    throw new NotVisible("DocumentReference", id);
  }

  private Bundle found(MultivaluedMap<String, String> parameters) {
    var asked = Search.of(parameters, PARAMETERS);
    asked.requireOneOf("patient", "subject", "_id");
    var matches = current(asked) && clinical(asked) ? matching(asked) : List.<Versioned<Note>>of();
    return SearchBundle.of(
        "DocumentReference",
        asked,
        matches.stream().map(DocumentReferences::of).toList(),
        resource -> DocumentReferences.provenance(named(matches, resource)));
  }

  /** Only current, final documents are here. */
  private static boolean current(Search asked) {
    var status = asked.tokens("status");
    return status.isEmpty() || status.stream().anyMatch(one -> one.code().equals("current"));
  }

  private static boolean clinical(Search asked) {
    var category = asked.tokens("category");
    return category.isEmpty()
        || category.stream()
            .anyMatch(
                one -> one.matches(DocumentReferences.CATEGORY, DocumentReferences.CLINICAL_NOTE));
  }

  private List<Versioned<Note>> matching(Search asked) {
    var patient =
        asked.reference("patient", "Patient").or(() -> asked.reference("subject", "Patient"));
    if (patient.isEmpty() || asked.id().isPresent()) {
      return asked.id().flatMap(id -> notes.find(new NoteId(id))).stream()
          .filter(kept -> kept.value().state() instanceof Note.Signed)
          .filter(
              kept -> patient.map(kept.value().subject().patient().value()::equals).orElse(true))
          .toList();
    }
    var types = asked.tokens("type");
    var kinds = DocumentReferences.kinds(types);
    if (!types.isEmpty() && kinds.isEmpty()) return List.of();
    var signed = asked.period("date");
    var care = asked.period("period");
    return notes.signed(
        new SignedNotes(
            new PatientId(patient.get()),
            kinds,
            Optional.ofNullable(signed.from()),
            Optional.ofNullable(signed.to()),
            Optional.ofNullable(care.from()),
            Optional.ofNullable(care.to()),
            asked.after(),
            asked.count() + 1));
  }

  private static Versioned<Note> named(List<Versioned<Note>> matches, Resource resource) {
    var id = resource.getIdElement().getIdPart();
    return matches.stream()
        .filter(kept -> kept.value().id().toString().equals(id))
        .findFirst()
        .orElseThrow();
  }
}
