package org.daybridge.medication.knowledge;

/**
 * The kinds of finding that a safety check can make; within one severity they rank in this order.
 */
public enum AlertType {
  DDI,
  ALLERGY,
  WASHOUT,
  OPIOID_FREE,
  ALCOHOL_FREE,
  PREGNANCY,
  CONDITION,
  LAB_CRITICAL,
  MAX_DOSE,
  TITRATION,
  OTP_ONLY,
  CONTROLLED_REFILL,
  DUPLICATE,
  AGE,
  NALOXONE,
  PDMP_DUE,
  LAB_DUE
}
