package org.daybridge.intake.waitlist;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.daybridge.contract.intake.PatientId;
import org.daybridge.contract.intake.ReferralId;
import org.daybridge.contract.intake.TrackId;
import org.daybridge.intake.referral.Referral;
import org.daybridge.kit.decision.Decision;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who waits for a place. A place can be offered for a while: accepted, it is held for the
 * admission; declined or left unanswered, the person goes on waiting where they were. Nobody loses
 * the place in the line by that.
 *
 * @param rank of the group that goes first, 0 the first
 * @param offersDeclined offers that the person answered with no
 */
public record WaitlistEntry(
    UUID id,
    PatientId patient,
    ReferralId referral,
    TrackId track,
    int labels,
    Need need,
    int rank,
    Instant since,
    @Nullable Instant interimServicesAt,
    @Nullable Instant offeredUntil,
    @Nullable Instant acceptedAt,
    int offersDeclined,
    boolean removed,
    long version) {

  /** What gives somebody a place before others. */
  public record Need(boolean pregnant, boolean injects) {}

  /** Why somebody waits no longer. */
  public enum Removal {
    CARE_NO_LONGER_WANTED,
    CARE_ELSEWHERE,
    UNREACHABLE,
    DIED,
    OTHER
  }

  /** What is owed until there is a place (45 CFR 96.121, "interim services"). */
  public enum Interim {
    EDUCATION_ON_HIV_AND_TB,
    REFERRAL_FOR_HIV_OR_TB,
    EDUCATION_ON_THE_UNBORN,
    REFERRAL_FOR_PRENATAL_CARE,
    OTHER
  }

  /** Where somebody stands in the line. */
  public enum Standing {
    WAITING,
    OFFERED,
    ACCEPTED,
    REMOVED
  }

  /** The clocks of the rule pack. */
  public record Clocks(Duration interimServices, Duration injecting, Duration injectingInterim) {}

  /**
   * The group of somebody with substance use: who is pregnant and injects, who is pregnant, who
   * injects, everybody else (45 CFR 96.131(a)); within it who is urgent comes first.
   */
  public static int rank(Need need, boolean substanceUse, Referral.Urgency urgency) {
    int group = 3;
    if (substanceUse && need.pregnant()) {
      group = need.injects() ? 0 : 1;
    } else if (substanceUse && need.injects()) {
      group = 2;
    }
    int urgent =
        switch (urgency) {
          case EMERGENT -> 0;
          case URGENT -> 1;
          case ROUTINE -> 2;
        };
    return group * 3 + urgent;
  }

  public Standing standing(Instant now) {
    if (removed) {
      return Standing.REMOVED;
    }
    if (acceptedAt != null) {
      return Standing.ACCEPTED;
    }
    return offeredUntil != null && now.isBefore(offeredUntil) ? Standing.OFFERED : Standing.WAITING;
  }

  /** Until when interim services are owed to who is pregnant or injects; none once given. */
  public @Nullable Instant interimServicesDue(Clocks clocks) {
    boolean owed = rank < 9 && interimServicesAt == null;
    return owed ? since.plus(clocks.interimServices()) : null;
  }

  /** Until when somebody who injects is admitted, later once interim services were given. */
  public @Nullable Instant admissionDue(Clocks clocks) {
    boolean clock = rank < 9 && need.injects();
    return clock
        ? since.plus(interimServicesAt == null ? clocks.injecting() : clocks.injectingInterim())
        : null;
  }

  /** Offers a place until then. */
  public Decision<WaitlistEntry, Void> offer(Instant until, Instant now) {
    return switch (standing(now)) {
      case WAITING ->
          until.isAfter(now)
              ? Decision.applied(with(until, null, offersDeclined))
              : Decision.refused("place-offer-ends-ahead", "the offer would have ended already");
      case OFFERED -> Decision.refusedState("place-offered-once", "it holds until " + offeredUntil);
      case ACCEPTED -> Decision.refusedState("place-offered-once", "a place was accepted");
      case REMOVED -> Decision.refusedState("waits-still", "the person waits no longer");
    };
  }

  /** The person says yes or no to the offer. */
  public Decision<WaitlistEntry, Void> answer(boolean accepted, Instant now) {
    return standing(now) == Standing.OFFERED
        ? Decision.applied(
            accepted
                ? with(offeredUntil, now, offersDeclined)
                : with(null, null, offersDeclined + 1))
        : Decision.refusedState("place-offer-in-force", "there is no offer, or it has lapsed");
  }

  private WaitlistEntry with(
      @Nullable Instant nextOffer, @Nullable Instant nextAccepted, int declined) {
    return new WaitlistEntry(
        id,
        patient,
        referral,
        track,
        labels,
        need,
        rank,
        since,
        interimServicesAt,
        nextOffer,
        nextAccepted,
        declined,
        removed,
        version + 1);
  }
}
