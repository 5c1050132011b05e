package org.daybridge.outcomes.criticaloutcome;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.daybridge.contract.intake.PatientId;
import org.jspecify.annotations.Nullable;

/** The register of critical outcomes; entries are only added. */
public interface CriticalOutcomes {
  Optional<CriticalOutcome> find(UUID id);

  void add(CriticalOutcome outcome);

  /** Newest first. */
  List<CriticalOutcome> of(PatientId patient, int rows, @Nullable UUID before);
}
