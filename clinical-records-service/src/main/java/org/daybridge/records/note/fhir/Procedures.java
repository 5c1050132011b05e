package org.daybridge.records.note.fhir;

import java.util.Arrays;
import java.util.Date;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.daybridge.kit.fhir.Provenances;
import org.daybridge.kit.fhir.Search;
import org.daybridge.kit.fhir.SecurityLabels;
import org.daybridge.records.note.Note;
import org.daybridge.records.note.NoteKind;
import org.daybridge.records.signing.Versioned;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.Procedure;
import org.hl7.fhir.r4.model.Provenance;
import org.hl7.fhir.r4.model.Reference;

/** What was done in a session, as its signed note documents it, as a US Core Procedure. */
final class Procedures {

  static final Set<NoteKind> KINDS =
      EnumSet.copyOf(Arrays.stream(NoteKind.values()).filter(NoteKind::ofSession).toList());

  private static final String SNOMED = "http://snomed.info/sct";

  private Procedures() {}

  static Procedure of(Versioned<Note> kept) {
    var note = kept.value();
    var resource = new Procedure();
    resource.setId(note.id().toString());
    resource.getMeta().setVersionId(Integer.toString(kept.version()));
    resource.getMeta().setLastUpdated(Date.from(kept.updatedAt()));
    resource
        .getMeta()
        .addProfile("http://hl7.org/fhir/us/core/StructureDefinition/us-core-procedure");
    SecurityLabels.apply(note.subject().labels(), resource.getMeta());
    resource.setStatus(Procedure.ProcedureStatus.COMPLETED);
    var code = code(note.kind());
    if (!code.isEmpty()) resource.getCode().addCoding().setSystem(SNOMED).setCode(code);
    resource.getCode().setText(words(note.kind()));
    resource.setSubject(new Reference("Patient/" + note.subject().patient()));
    resource.setPerformed(
        new Period()
            .setStart(Date.from(note.occasion().startedAt()))
            .setEnd(Date.from(note.occasion().endedAt())));
    resource.addPerformer().setActor(new Reference("Practitioner/" + note.author()));
    resource.addReport(new Reference("DocumentReference/" + note.id()));
    return resource;
  }

  /** A session with a prescriber is told in words alone. */
  private static String code(NoteKind kind) {
    return switch (kind) {
      case PROGRESS -> "75516001";
      case GROUP -> "76168009";
      case FAMILY -> "51484002";
      case MEDICAL,
          CRISIS,
          CONTACT,
          COLLATERAL,
          COORDINATION,
          NO_SHOW,
          REVIEW_CALL,
          DISCHARGE_SUMMARY ->
          "";
    };
  }

  private static String words(NoteKind kind) {
    return switch (kind) {
      case PROGRESS -> "Individual therapy session";
      case GROUP -> "Group therapy session";
      case FAMILY -> "Family therapy session";
      case MEDICAL -> "Session with a prescriber";
      case CRISIS, CONTACT, COLLATERAL, COORDINATION, NO_SHOW, REVIEW_CALL, DISCHARGE_SUMMARY ->
          throw new IllegalArgumentException(kind + " documents no session");
    };
  }

  /** The kinds that bear one of these codes; without codes all of them. */
  static Set<NoteKind> kinds(List<Search.Token> codes) {
    if (codes.isEmpty()) return KINDS;
    return KINDS.stream()
        .filter(kind -> codes.stream().anyMatch(one -> one.matches(SNOMED, code(kind))))
        .collect(Collectors.toSet());
  }

  static Provenance provenance(Versioned<Note> kept) {
    var note = kept.value();
    return Provenances.of(
        "Procedure",
        note.id().value(),
        DocumentReferences.text(note).signedAt(),
        note.author().value(),
        "Practitioner");
  }
}
