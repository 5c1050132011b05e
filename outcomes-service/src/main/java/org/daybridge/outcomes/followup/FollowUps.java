package org.daybridge.outcomes.followup;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.daybridge.contract.intake.PatientId;
import org.jspecify.annotations.Nullable;

/** Follow-ups after discharge. */
public interface FollowUps {
  void add(FollowUp followUp);

  FollowUp require(UUID id);

  /** Keeps it and gives it back with its new version. */
  FollowUp save(FollowUp followUp);

  /** The person came back: what is still due ends. */
  void endByReadmission(PatientId patient, Instant at);

  List<FollowUp> of(PatientId patient, int rows, @Nullable UUID after);
}
