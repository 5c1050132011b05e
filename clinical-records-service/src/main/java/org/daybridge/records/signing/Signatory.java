package org.daybridge.records.signing;

/**
 * In which capacity somebody signs; which of them a document needs is a number of the rule pack.
 */
public enum Signatory {
  PATIENT,
  GUARDIAN,
  CLINICIAN,
  PHYSICIAN,
  FAMILY,
  WITNESS
}
