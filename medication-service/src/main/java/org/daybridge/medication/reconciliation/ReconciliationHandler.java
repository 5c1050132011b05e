package org.daybridge.medication.reconciliation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;
import org.daybridge.contract.intake.PatientId;
import org.daybridge.contract.medication.MedicationEvent.MedicationReconciled;
import org.daybridge.contract.medication.MedicationFactId;
import org.daybridge.kit.decision.RuleRefused;
import org.daybridge.kit.http.ETags;
import org.daybridge.kit.identity.Callers;
import org.daybridge.kit.outbox.Outbox;
import org.daybridge.medication.reconciliation.ReconciliationItem.Occasion;
import org.daybridge.medication.reconciliation.ReconciliationItem.Outcome;
import org.jspecify.annotations.Nullable;

/** Decides items, once each. */
@ApplicationScoped
public class ReconciliationHandler {
  private final Reconciliation reconciliation;
  private final Outbox outbox;
  private final Clock clock;

  ReconciliationHandler(Reconciliation reconciliation, Outbox outbox, Clock clock) {
    this.reconciliation = reconciliation;
    this.outbox = outbox;
    this.clock = clock;
  }

  /** Opens an item for everything that is taken now, once for each occurrence. */
  @Transactional
  public int openAll(PatientId patient, UUID occurrence, Occasion occasion) {
    return reconciliation.openAll(patient, occurrence, occasion, clock.instant());
  }

  @Transactional
  public ReconciliationItem decide(
      UUID id, @Nullable String ifMatch, Outcome outcome, @Nullable String reason) {
    var before = reconciliation.require(id);
    ETags.require(ifMatch, before.version());
    if (!before.isOpen()) {
      throw RuleRefused.state("item-is-open", "It was decided as " + before.decision() + ".");
    }
    var now = clock.instant();
    var decided =
        reconciliation.decide(before, outcome, reason, Callers.current().principalId(), now);
    if (!reconciliation.hasOpenBeside(decided)) {
      outbox.append(
          new MedicationReconciled(
              new MedicationFactId(decided.occurrence()),
              decided.patientId(),
              decided.occasion().name(),
              now),
          decided.labels());
    }
    return decided;
  }
}
