package org.daybridge.medication.response;

import java.util.List;
import org.daybridge.contract.intake.PatientId;

/** A projection of the scores of the people whom the caller may see. */
public interface OutcomeScores {
  /** Keeps it once. */
  void add(OutcomeScore score);

  /** From the first to the last; of two for one moment the one that corrected the other. */
  List<OutcomeScore> of(PatientId patient);
}
