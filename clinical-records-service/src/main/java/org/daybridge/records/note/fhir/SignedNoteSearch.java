package org.daybridge.records.note.fhir;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.daybridge.contract.intake.PatientId;
import org.daybridge.contract.records.NoteId;
import org.daybridge.kit.decision.NotVisible;
import org.daybridge.kit.fhir.Search;
import org.daybridge.records.note.Note;
import org.daybridge.records.note.NoteKind;
import org.daybridge.records.note.Notes;
import org.daybridge.records.note.SignedNotes;
import org.daybridge.records.signing.Versioned;
import org.hl7.fhir.r4.model.Resource;

/** Signed notes as FHIR asks for them: by id, or of a patient by kind and time. */
@Singleton
class SignedNoteSearch {

  private final Notes notes;

  SignedNoteSearch(Notes notes) {
    this.notes = notes;
  }

  Versioned<Note> require(String type, UUID id, Set<NoteKind> kinds) {
    return notes
        .find(new NoteId(id))
        .filter(kept -> shows(kept, kinds))
        .orElseThrow(() -> new NotVisible(type, id));
  }

  /** {@code signed} and {@code care} name the parameters of the two times; either may be empty. */
  List<Versioned<Note>> matching(
      Search asked, Set<NoteKind> kinds, Optional<String> signed, Optional<String> care) {
    var patient =
        asked.reference("patient", "Patient").or(() -> asked.reference("subject", "Patient"));
    if (patient.isEmpty() || asked.id().isPresent()) {
      return asked.id().flatMap(id -> notes.find(new NoteId(id))).stream()
          .filter(kept -> shows(kept, kinds))
          .filter(
              kept -> patient.map(kept.value().subject().patient().value()::equals).orElse(true))
          .toList();
    }
    var signedIn = signed.map(asked::period);
    var careIn = care.map(asked::period);
    return notes.signed(
        new SignedNotes(
            new PatientId(patient.get()),
            kinds,
            signedIn.map(Search.Period::from),
            signedIn.map(Search.Period::to),
            careIn.map(Search.Period::from),
            careIn.map(Search.Period::to),
            asked.after(),
            asked.count() + 1));
  }

  static Versioned<Note> named(List<Versioned<Note>> matches, Resource resource) {
    var id = resource.getIdElement().getIdPart();
    return matches.stream()
        .filter(kept -> kept.value().id().toString().equals(id))
        .findFirst()
        .orElseThrow();
  }

  private static boolean shows(Versioned<Note> kept, Set<NoteKind> kinds) {
    return kept.value().state() instanceof Note.Signed
        && (kinds.isEmpty() || kinds.contains(kept.value().kind()));
  }
}
