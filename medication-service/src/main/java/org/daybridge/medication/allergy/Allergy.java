package org.daybridge.medication.allergy;

import java.time.Instant;
import java.util.UUID;
import org.daybridge.contract.intake.PatientId;
import org.jspecify.annotations.Nullable;

/** One allergy or intolerance of a person. A wrong one is refuted, never deleted. */
public record Allergy(
    UUID allergyId,
    PatientId patientId,
    int labels,
    int version,
    @Nullable String substance,
    @Nullable String codeSystem,
    @Nullable String code,
    Category category,
    Kind kind,
    @Nullable Criticality criticality,
    @Nullable String reaction,
    Status status,
    Source source,
    @Nullable UUID reportedItemId,
    UUID recordedBy,
    Instant recordedAt) {

  /** What the substance is. */
  public enum Category {
    MEDICATION,
    FOOD,
    ENVIRONMENT,
    BIOLOGIC
  }

  /** Immune reaction, or not tolerated. */
  public enum Kind {
    ALLERGY,
    INTOLERANCE
  }

  /** What a next contact could do. */
  public enum Criticality {
    LOW,
    HIGH,
    UNABLE_TO_ASSESS
  }

  /** Whether it still holds. */
  public enum Status {
    ACTIVE,
    INACTIVE,
    RESOLVED,
    REFUTED,
    ENTERED_IN_ERROR
  }

  /** Who told. */
  public enum Source {
    REFERRAL,
    STAFF,
    PATIENT,
    FHIR
  }

  @Override
  public String toString() {
    return "Allergy[" + allergyId + "]";
  }
}
