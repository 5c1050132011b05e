package org.daybridge.scheduling.obligation;

import java.time.Instant;
import java.util.List;
import org.daybridge.contract.intake.PatientId;

/** What fills the patients' weeks beside care. */
public interface Obligations {
  List<Obligation> of(PatientId patient);

  /** The patient's week from now on; what was entered before is kept as history. */
  void replace(PatientId patient, int labels, List<Obligation> obligations, Instant now);
}
