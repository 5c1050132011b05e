package org.daybridge.medication.order;

/** Why an order ends. Some of them make stopping a benzodiazepine at once right. */
public enum StopReason {
  TREATMENT_COMPLETE,
  INEFFECTIVE,
  SIDE_EFFECT,
  PATIENT_WISH,
  REPLACED,
  DISCHARGED,
  TAPER_COMPLETE,
  ALLERGIC_REACTION,
  SAFETY,
  DECEASED;

  boolean allowsAbruptEnd() {
    return this == TAPER_COMPLETE
        || this == ALLERGIC_REACTION
        || this == SAFETY
        || this == DECEASED
        || this == DISCHARGED;
  }
}
