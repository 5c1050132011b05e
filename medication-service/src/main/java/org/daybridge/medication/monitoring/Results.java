package org.daybridge.medication.monitoring;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.daybridge.contract.intake.PatientId;
import org.daybridge.medication.safety.Alert;

/** Results as they were followed, and the flags that they raised. */
public interface Results {

  /** Keeps it once; the answer tells whether it is new. */
  boolean add(Result result);

  List<Result> of(PatientId patient);

  /** Keeps the flag once; the answer tells whether it is new. */
  boolean flag(Result result, Alert alert, Instant at);

  List<Flag> flagsOf(PatientId patient);

  /** A result that asked for action when it came. */
  record Flag(
      UUID resultId,
      String ruleId,
      String severity,
      List<String> drugs,
      String message,
      String action,
      Instant flaggedAt) {}
}
