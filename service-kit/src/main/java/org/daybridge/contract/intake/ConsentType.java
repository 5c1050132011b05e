package org.daybridge.contract.intake;

/**
 * What a consent is about: being treated, or a disclosure of substance-use records (42 CFR 2.31).
 */
public enum ConsentType {
  TREATMENT,
  PART2_DISCLOSURE
}
