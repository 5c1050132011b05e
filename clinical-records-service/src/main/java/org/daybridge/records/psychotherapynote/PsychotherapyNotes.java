package org.daybridge.records.psychotherapynote;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.daybridge.contract.intake.PatientId;

/** The caller's own sealed notes. A thin register: whoever may read one may change it. */
public interface PsychotherapyNotes {

  /** One sealed note with its text. */
  record SealedNote(
      UUID id, UUID patientId, int version, Instant writtenAt, Instant updatedAt, String text) {
    @Override
    public String toString() {
      return "SealedNote[" + id + "]";
    }
  }

  /** One line of the list, without text. */
  record SealedNoteLine(UUID id, UUID patientId, Instant writtenAt) {}

  SealedNote add(UUID id, PatientId patient, boolean substanceUse, String text);

  SealedNote require(UUID id);

  List<SealedNoteLine> of(PatientId patient);

  SealedNote rewrite(UUID id, int version, String text);
}
