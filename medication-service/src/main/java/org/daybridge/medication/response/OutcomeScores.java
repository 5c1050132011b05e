package org.daybridge.medication.response;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.daybridge.contract.intake.PatientId;

/** A projection of the scores of the people whom the caller may see. */
public interface OutcomeScores {
  /** Keeps it once. */
  void add(OutcomeScore score);

  /** The later measure of this moment has no total: what it corrected is not told any more. */
  void withdraw(OutcomeMoment moment, UUID later, int labels);

  /** Of one instrument, when it was answered. */
  record OutcomeMoment(
      PatientId patient, String instrument, String instrumentVersion, Instant answeredAt) {}

  /** From the first to the last; of two for one moment the one that corrected the other. */
  List<OutcomeScore> of(PatientId patient);
}
