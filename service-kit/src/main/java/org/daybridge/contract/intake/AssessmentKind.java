package org.daybridge.contract.intake;

/** The parts of the intake assessment that an admission asks for. */
public enum AssessmentKind {
  PSYCHIATRIC,
  MEDICAL,
  PSYCHOSOCIAL
}
