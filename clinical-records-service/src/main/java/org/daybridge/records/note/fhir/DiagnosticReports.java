package org.daybridge.records.note.fhir;

import java.nio.charset.StandardCharsets;
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
import org.hl7.fhir.r4.model.DiagnosticReport;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.Provenance;
import org.hl7.fhir.r4.model.Reference;

/** A signed report with the same text as its DocumentReference, so that both ways agree. */
final class DiagnosticReports {

  static final Set<NoteKind> KINDS = EnumSet.of(NoteKind.MEDICAL, NoteKind.DISCHARGE_SUMMARY);

  static final String CATEGORY = "http://terminology.hl7.org/CodeSystem/v2-0074";
  static final String OTHER = "OTH";

  private DiagnosticReports() {}

  static DiagnosticReport of(Versioned<Note> kept) {
    var note = kept.value();
    var text = DocumentReferences.text(note);
    var resource = new DiagnosticReport();
    resource.setId(note.id().toString());
    resource.getMeta().setVersionId(Integer.toString(kept.version()));
    resource.getMeta().setLastUpdated(Date.from(kept.updatedAt()));
    resource
        .getMeta()
        .addProfile(
            "http://hl7.org/fhir/us/core/StructureDefinition/us-core-diagnosticreport-note");
    SecurityLabels.apply(note.subject().labels(), resource.getMeta());
    resource.setStatus(DiagnosticReport.DiagnosticReportStatus.FINAL);
    resource.addCategory().addCoding().setSystem(CATEGORY).setCode(OTHER);
    resource
        .getCode()
        .addCoding()
        .setSystem(DocumentReferences.LOINC)
        .setCode(DocumentReferences.type(note.kind()));
    resource.setSubject(new Reference("Patient/" + note.subject().patient()));
    resource.setEffective(
        new Period()
            .setStart(Date.from(note.occasion().startedAt()))
            .setEnd(Date.from(note.occasion().endedAt())));
    resource.setIssued(Date.from(text.signedAt()));
    resource.addPerformer(new Reference("Practitioner/" + note.author()));
    resource
        .addPresentedForm()
        .setContentType("text/plain; charset=utf-8")
        .setData(DocumentReferences.words(text).getBytes(StandardCharsets.UTF_8))
        .setCreation(Date.from(text.signedAt()));
    return resource;
  }

  /** The kinds that bear one of these codes; without codes all of them. */
  static Set<NoteKind> kinds(List<Search.Token> codes) {
    if (codes.isEmpty()) return KINDS;
    return KINDS.stream()
        .filter(
            kind ->
                codes.stream()
                    .anyMatch(
                        one ->
                            one.matches(DocumentReferences.LOINC, DocumentReferences.type(kind))))
        .collect(Collectors.toSet());
  }

  static Provenance provenance(Versioned<Note> kept) {
    var note = kept.value();
    return Provenances.of(
        "DiagnosticReport",
        note.id().value(),
        DocumentReferences.text(note).signedAt(),
        note.author().value(),
        "Practitioner");
  }
}
