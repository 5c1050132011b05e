package org.daybridge.outcomes.followup;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.daybridge.contract.DomainEvent;
import org.daybridge.contract.intake.EpisodeId;
import org.daybridge.contract.intake.PatientId;
import org.daybridge.kit.decision.Decision;
import org.jspecify.annotations.Nullable;

/**
 * A contact that is due some days after discharge. Each attempt is a fact and is kept. It ends when
 * the person was reached, when enough attempts on different days failed, or when the person came
 * back.
 */
public record FollowUp(
    UUID id,
    PatientId patient,
    EpisodeId episode,
    int labels,
    int day,
    LocalDate dueOn,
    State state,
    List<Attempt> attempts,
    @Nullable Instant settledAt,
    long version) {

  public enum State {
    DUE,
    REACHED,
    UNABLE_TO_REACH,
    READMITTED
  }

  public enum Channel {
    PHONE,
    TEXT,
    EMAIL,
    MAIL,
    VISIT
  }

  public record Attempt(Instant at, Channel channel, boolean reached, UUID by) {}

  public FollowUp {
    attempts = List.copyOf(attempts);
  }

  /** An attempt that reached the person ends it; a failed one leaves it due. */
  public Decision<FollowUp, DomainEvent> attempt(Attempt attempt, Instant dischargedAt) {
    if (state != State.DUE) {
      return Decision.refusedState("follow-up-is-due", "it ended before");
    }
    if (attempt.at().isBefore(dischargedAt)) {
      return Decision.refused(
          "follow-up-is-after-discharge", "the attempt is before the discharge");
    }
    List<Attempt> all = new ArrayList<>(attempts);
    all.add(attempt);
    return Decision.applied(
        attempt.reached() ? with(State.REACHED, all, attempt.at()) : with(State.DUE, all, null));
  }

  /** Nobody is given up before enough attempts on different days. */
  public Decision<FollowUp, DomainEvent> giveUp(int attemptsNeeded, ZoneId zone, Instant now) {
    if (state != State.DUE) {
      return Decision.refusedState("follow-up-is-due", "it ended before");
    }
    long days =
        attempts.stream().map(one -> one.at().atZone(zone).toLocalDate()).distinct().count();
    if (days < attemptsNeeded) {
      return Decision.refused(
          "unable-to-reach-after-attempts",
          "attempts on %d different days are needed, there are %d".formatted(attemptsNeeded, days));
    }
    return Decision.applied(with(State.UNABLE_TO_REACH, attempts, now));
  }

  private FollowUp with(State next, List<Attempt> all, @Nullable Instant at) {
    return new FollowUp(id, patient, episode, labels, day, dueOn, next, all, at, version);
  }

  @Override
  public String toString() {
    return "FollowUp " + id;
  }
}
