package org.daybridge.intake.consent;

import java.time.LocalDate;
import java.util.List;
import org.daybridge.contract.intake.ConsentId;
import org.daybridge.contract.intake.ConsentType;
import org.daybridge.contract.intake.PatientId;

/** The consents that the caller can see. */
public interface Consents {
  Consent require(ConsentId id);

  List<Consent> of(PatientId patient);

  boolean holds(PatientId patient, ConsentType type, LocalDate day);

  void add(Consent consent);

  void save(Consent consent);
}
