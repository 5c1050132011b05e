package org.daybridge.contract.intake;

/**
 * How much care a person needs, from outpatient to medically managed inpatient. The order of the
 * constants is the order of intensity. Hours per week (ASAM-1, ASAM-5, CMS-2): outpatient under 9,
 * intensive outpatient 9 to 19, partial hospitalization 20 and more.
 */
public enum LevelOfCare {
  OUTPATIENT,
  INTENSIVE_OUTPATIENT,
  PARTIAL_HOSPITALIZATION,
  RESIDENTIAL,
  INPATIENT
}
