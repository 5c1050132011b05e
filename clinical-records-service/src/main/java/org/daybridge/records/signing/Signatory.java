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
  WITNESS;

  /** As it stands on paper. */
  public String inWords() {
    return switch (this) {
      case PATIENT -> "Patient";
      case GUARDIAN -> "Guardian";
      case CLINICIAN -> "Clinician";
      case PHYSICIAN -> "Physician";
      case FAMILY -> "Family";
      case WITNESS -> "Witness";
    };
  }
}
