package org.daybridge.records.plan;

/** The kinds of service a plan prescribes; scheduling compares its calendar with them. */
public enum Modality {
  INDIVIDUAL,
  GROUP,
  FAMILY,
  SKILLS_TRAINING,
  PSYCHOEDUCATION,
  MEDICATION_MANAGEMENT,
  CASE_MANAGEMENT,
  EXPRESSIVE,
  PEER_SUPPORT
}
