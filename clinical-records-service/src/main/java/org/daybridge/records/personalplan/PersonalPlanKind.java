package org.daybridge.records.personalplan;

/** Which plan it is; a patient has at most one of each kind in an episode. */
public enum PersonalPlanKind {
  SAFETY,
  RELAPSE_PREVENTION,
  AFTERCARE
}
