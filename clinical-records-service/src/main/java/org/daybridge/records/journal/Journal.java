package org.daybridge.records.journal;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.daybridge.contract.intake.PatientId;
import org.jspecify.annotations.Nullable;

/** The journal entries that the caller can see. */
public interface Journal {

  /** One entry as the patient wrote it on their device. */
  record Entry(
      UUID id, UUID patientId, Instant writtenAt, String text, @Nullable Instant sharedAt) {
    @Override
    public String toString() {
      return "Entry[" + id + "]";
    }
  }

  /** Sending the same entry again changes nothing; another text under its id is refused. */
  Entry write(UUID id, PatientId patient, Instant writtenAt, String text);

  List<Entry> of(PatientId patient);

  Entry share(UUID id);

  Entry unshare(UUID id);
}
