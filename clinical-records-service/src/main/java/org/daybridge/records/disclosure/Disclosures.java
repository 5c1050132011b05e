package org.daybridge.records.disclosure;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.daybridge.contract.intake.PatientId;
import org.daybridge.contract.records.NoteId;
import org.daybridge.records.disclosure.ConsentGate.Consent;

/** The disclosures that were made, and the consents they rest on. */
public interface Disclosures {

  void keep(Disclosure disclosure);

  /** What was disclosed since; newest first. */
  List<Disclosure> of(PatientId patient, Instant since, int limit);

  /** Who had already received a note. */
  List<Disclosure> of(NoteId note);

  List<Consent> consents(PatientId patient);

  void granted(PatientId patient, String kind, Consent consent);

  void revoked(UUID consent, Instant at);
}
