package org.daybridge.intake.patient;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.daybridge.contract.intake.IntakeEvent;
import org.daybridge.contract.intake.IntakeEvent.PatientDetailsChanged;
import org.daybridge.contract.intake.PatientId;
import org.daybridge.kit.decision.Decision;
import org.jspecify.annotations.Nullable;

/**
 * A person who was referred. The record begins with the first referral, is corrected as one learns
 * more, and outlives every episode. Death is recorded as a fact and stops every outward contact.
 */
public record Patient(
    PatientId id,
    Name name,
    LocalDate birthDate,
    Sex sex,
    Contact contact,
    List<Identifier> identifiers,
    int labels,
    @Nullable Instant deceasedAt,
    long version) {

  /** Administrative sex, as FHIR codes it. */
  public enum Sex {
    FEMALE,
    MALE,
    OTHER,
    UNKNOWN;

    public String code() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  /** A name; both parts are needed to address a person. */
  public record Name(String family, String given) {
    @Override
    public String toString() {
      return "Name[…]";
    }
  }

  /** How to reach the person; discreet contact never names the program. */
  public record Contact(
      @Nullable String phone,
      @Nullable String email,
      @Nullable String address,
      @Nullable String preferredLanguage,
      boolean discreet) {
    @Override
    public String toString() {
      return "Contact[…]";
    }
  }

  /** An identifier with its assigner's system. */
  public record Identifier(String system, String value) {
    @Override
    public String toString() {
      return "Identifier[" + system + "]";
    }
  }

  public Patient {
    identifiers = List.copyOf(identifiers);
  }

  /** Corrects the details. A birth date in the future is refused. */
  public Decision<Patient, IntakeEvent> correct(
      Name newName, LocalDate newBirthDate, Sex newSex, Contact newContact, LocalDate today) {
    if (newBirthDate.isAfter(today)) {
      return Decision.refused("birth-date-is-past", "The birth date lies in the future.");
    }
    Patient next =
        new Patient(
            id,
            newName,
            newBirthDate,
            newSex,
            newContact,
            identifiers,
            labels,
            deceasedAt,
            version);
    boolean rulesConcerned = !newBirthDate.equals(birthDate) || newSex != sex;
    return rulesConcerned ? Decision.applied(next, next.changed()) : Decision.applied(next);
  }

  /** Records the death; what happened is never refused. */
  public Decision<Patient, IntakeEvent> died(Instant at) {
    if (deceasedAt != null) {
      return Decision.applied(this);
    }
    Patient next = new Patient(id, name, birthDate, sex, contact, identifiers, labels, at, version);
    return Decision.applied(next, next.changed());
  }

  private IntakeEvent changed() {
    return new PatientDetailsChanged(id, birthDate, sex.code(), deceasedAt);
  }

  /** Ids only: a patient's record never prints a name. */
  @Override
  public String toString() {
    return "Patient[" + id + "]";
  }
}
