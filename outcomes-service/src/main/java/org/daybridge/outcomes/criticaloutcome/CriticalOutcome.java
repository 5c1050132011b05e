package org.daybridge.outcomes.criticaloutcome;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.daybridge.contract.intake.EpisodeId;
import org.daybridge.contract.intake.PatientId;

/**
 * Something grave that happened. It is determined by a person, never by a test: a positive
 * toxicology is no relapse. What happened before the admission is taken too, and marked.
 */
public record CriticalOutcome(
    UUID id,
    PatientId patient,
    EpisodeId episode,
    int labels,
    Kind kind,
    LocalDate occurredOn,
    boolean beforeAdmission,
    Source source,
    UUID determinedBy,
    Instant recordedAt) {

  public enum Kind {
    RELAPSE,
    OVERDOSE,
    EMERGENCY_VISIT,
    HOSPITALIZATION,
    SUICIDE_ATTEMPT,
    DEATH
  }

  public enum Source {
    PATIENT,
    FAMILY,
    CLINICIAN,
    HOSPITAL,
    RECORD
  }

  @Override
  public String toString() {
    return "CriticalOutcome " + id;
  }
}
