package org.daybridge.intake.patient;

import org.daybridge.contract.intake.PatientId;

/**
 * Finds the person whom a referral means, or records a new one. A person is taken as known by an
 * identifier with the same birth date, or by the same names and birth date when exactly one person
 * has them; in doubt a new record is begun, since two people in one chart harm more than one person
 * in two.
 */
public interface PatientIntake {

  /** The person and whether the record was there before. */
  record Matched(PatientId id, boolean known) {}

  Matched matchOrAdd(NewPerson person, int labels);

  void label(PatientId id, int labels);
}
