package org.daybridge.records.note.fhir;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.daybridge.contract.scheduling.SessionId;
import org.daybridge.kit.fhir.Provenances;
import org.daybridge.kit.fhir.Search;
import org.daybridge.kit.fhir.SecurityLabels;
import org.daybridge.records.note.Note;
import org.daybridge.records.note.NoteKind;
import org.daybridge.records.note.SignedText;
import org.daybridge.records.signing.Versioned;
import org.hl7.fhir.r4.model.DocumentReference;
import org.hl7.fhir.r4.model.Enumerations.DocumentReferenceStatus;
import org.hl7.fhir.r4.model.Provenance;
import org.hl7.fhir.r4.model.Reference;

/** A signed note as a US Core DocumentReference; a retracted one is not there at all. */
final class DocumentReferences {

  static final String LOINC = "http://loinc.org";
  static final String CATEGORY =
      "http://hl7.org/fhir/us/core/CodeSystem/us-core-documentreference-category";
  static final String CLINICAL_NOTE = "clinical-note";

  private DocumentReferences() {}

  static DocumentReference of(Versioned<Note> kept) {
    var note = kept.value();
    var text = text(note);
    var resource = new DocumentReference();
    resource.setId(note.id().toString());
    resource.getMeta().setVersionId(Integer.toString(kept.version()));
    resource.getMeta().setLastUpdated(Date.from(kept.updatedAt()));
    resource
        .getMeta()
        .addProfile("http://hl7.org/fhir/us/core/StructureDefinition/us-core-documentreference");
    SecurityLabels.apply(note.subject().labels(), resource.getMeta());
    resource.addIdentifier().setSystem("urn:ietf:rfc:3986").setValue("urn:uuid:" + note.id());
    resource.setStatus(DocumentReferenceStatus.CURRENT);
    resource.setDocStatus(DocumentReference.ReferredDocumentStatus.FINAL);
    resource
        .getType()
        .addCoding()
        .setSystem(LOINC)
        .setCode(type(note.kind()))
        .setDisplay(display(note.kind()));
    resource.addCategory().addCoding().setSystem(CATEGORY).setCode(CLINICAL_NOTE);
    resource.setSubject(new Reference("Patient/" + note.subject().patient()));
    resource.setDate(Date.from(text.signedAt()));
    resource.addAuthor(new Reference("Practitioner/" + note.author()));
    resource
        .addContent()
        .getAttachment()
        .setContentType("text/plain; charset=utf-8")
        .setData(words(text).getBytes(StandardCharsets.UTF_8))
        .setCreation(Date.from(text.signedAt()));
    resource
        .getContentFirstRep()
        .getFormat()
        .setSystem("http://ihe.net/fhir/ihe.formatcode.fhir/CodeSystem/formatcode")
        .setCode("urn:ihe:iti:xds:2017:mimeTypeSufficient");
    resource
        .getContext()
        .getPeriod()
        .setStart(Date.from(note.occasion().startedAt()))
        .setEnd(Date.from(note.occasion().endedAt()));
    note.occasion()
        .session()
        .map(SessionId::value)
        .ifPresent(
            session ->
                resource
                    .getContext()
                    .addRelated()
                    .getIdentifier()
                    .setSystem("urn:ietf:rfc:3986")
                    .setValue("urn:uuid:" + session));
    return resource;
  }

  static String words(SignedText text) {
    return text.content().sections().stream()
        .map(section -> section.code() + "\n" + section.text())
        .collect(Collectors.joining("\n\n"));
  }

  static SignedText text(Note note) {
    if (note.state() instanceof Note.Signed signed) return signed.text();
    throw new IllegalArgumentException("only a signed note is a document");
  }

  static String type(NoteKind kind) {
    return kind == NoteKind.DISCHARGE_SUMMARY ? "18842-5" : "11506-3";
  }

  private static String display(NoteKind kind) {
    return kind == NoteKind.DISCHARGE_SUMMARY ? "Discharge summary" : "Progress note";
  }

  /** The kinds of notes that bear one of these types. */
  static Set<NoteKind> kinds(List<Search.Token> types) {
    return Arrays.stream(NoteKind.values())
        .filter(kind -> types.stream().anyMatch(one -> one.matches(LOINC, type(kind))))
        .collect(Collectors.toSet());
  }

  static Provenance provenance(Versioned<Note> kept) {
    var note = kept.value();
    return Provenances.of(
        "DocumentReference",
        note.id().value(),
        text(note).signedAt(),
        note.author().value(),
        "Practitioner");
  }
}
