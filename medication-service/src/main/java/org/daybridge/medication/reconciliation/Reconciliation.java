package org.daybridge.medication.reconciliation;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.daybridge.contract.intake.PatientId;
import org.daybridge.medication.reconciliation.ReconciliationItem.Occasion;
import org.daybridge.medication.reconciliation.ReconciliationItem.Outcome;
import org.jspecify.annotations.Nullable;

/** The items that were opened at transitions. */
public interface Reconciliation {

  void open(ReconciliationItem item);

  /** Opens an item for everything that the person takes now; {@code occurrence} makes it once. */
  int openAll(PatientId patient, UUID occurrence, Occasion occasion, Instant at);

  List<ReconciliationItem> of(PatientId patient, boolean openOnly);

  ReconciliationItem require(UUID id);

  /** Whether other items of the same occasion are still open. */
  boolean hasOpenBeside(ReconciliationItem item);

  ReconciliationItem decide(
      ReconciliationItem before, Outcome outcome, @Nullable String reason, UUID by, Instant at);
}
