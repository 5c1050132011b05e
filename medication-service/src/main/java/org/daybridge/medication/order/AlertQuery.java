package org.daybridge.medication.order;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.daybridge.contract.intake.PatientId;
import org.jspecify.annotations.Nullable;

/** Reads the alerts that prescribers were shown with their orders. */
public interface AlertQuery {

  /** One alert that was shown, with what was said to it. */
  record Shown(
      UUID alertId,
      UUID patientId,
      int labels,
      UUID orderId,
      String type,
      String severity,
      String ruleId,
      String message,
      String action,
      @Nullable String overrideReason,
      UUID shownTo,
      Instant shownAt) {

    @Override
    public String toString() {
      return "Shown[" + alertId + "]";
    }
  }

  Optional<Shown> find(UUID alertId);

  /** By id upwards, so that a page goes on after its last one. */
  List<Shown> of(PatientId patient, @Nullable UUID after, int rows);
}
