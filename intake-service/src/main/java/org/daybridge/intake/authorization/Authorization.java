package org.daybridge.intake.authorization;

import java.time.LocalDate;
import org.daybridge.contract.intake.AuthorizationId;
import org.daybridge.contract.intake.EpisodeId;
import org.daybridge.contract.intake.IntakeEvent;
import org.daybridge.contract.intake.IntakeEvent.AuthorizationExhausting;
import org.daybridge.contract.intake.IntakeEvent.AuthorizationExpired;
import org.daybridge.contract.intake.IntakeEvent.AuthorizationGranted;
import org.daybridge.contract.intake.PatientId;
import org.daybridge.kit.decision.Decision;
import org.jspecify.annotations.Nullable;

/**
 * Days of care that a payer authorized: so many units of a billing code within a window, both ends
 * included, one unit a day. It may be entered after the fact; then it covers the days that lie in
 * it.
 *
 * @param number by which the payer knows it
 * @param used units that attended days took, as far as they were counted
 * @param told whether somebody was told that it runs out
 */
public record Authorization(
    AuthorizationId id,
    PatientId patient,
    EpisodeId episode,
    int labels,
    Terms terms,
    int used,
    boolean told) {

  /** What the payer said. */
  public record Terms(
      String payer,
      String number,
      String billingCode,
      LocalDate from,
      LocalDate to,
      int units,
      @Nullable LocalDate nextReviewOn) {

    public boolean holds(LocalDate day) {
      return !day.isBefore(from) && !day.isAfter(to);
    }
  }

  /** Enters what the payer said. */
  public static Decision<Authorization, IntakeEvent> entered(
      AuthorizationId id, PatientId patient, EpisodeId episode, int labels, Terms terms) {
    if (terms.to().isBefore(terms.from())) {
      return Decision.refused(
          "authorization-ends-after-it-begins", "it ends on " + terms.to() + ", before it begins");
    }
    Authorization entered = new Authorization(id, patient, episode, labels, terms, 0, false);
    return Decision.applied(
        entered,
        new AuthorizationGranted(
            id, patient, episode, terms.billingCode(), terms.from(), terms.to(), terms.units()));
  }

  /** Whether its window has ended; then there is no running out to be told of any more. */
  public boolean isOver(LocalDate today) {
    return today.isAfter(terms.to());
  }

  public int left() {
    return terms.units() - used;
  }

  public Authorization withUsed(int units) {
    return new Authorization(id, patient, episode, labels, terms, units, told);
  }

  public Authorization asTold() {
    return new Authorization(id, patient, episode, labels, terms, used, true);
  }

  public AuthorizationExhausting exhausting() {
    return new AuthorizationExhausting(id, patient, episode, left(), terms.to());
  }

  public AuthorizationExpired expired() {
    return new AuthorizationExpired(id, patient, episode, left(), terms.to());
  }
}
