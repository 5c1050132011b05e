package org.daybridge.scheduling.obligation;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.daybridge.contract.intake.PatientId;

/** What fills the patients' weeks beside care. */
public interface Obligations {
  List<Obligation> of(PatientId patient);

  /** Those of many at once; who has none is not in it. */
  Map<PatientId, List<Obligation>> ofAll(Collection<PatientId> patients);

  /** The patient's week from now on; what was entered before is kept as history. */
  void replace(PatientId patient, int labels, List<Obligation> obligations, Instant now);
}
