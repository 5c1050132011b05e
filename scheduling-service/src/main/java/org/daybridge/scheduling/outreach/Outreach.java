package org.daybridge.scheduling.outreach;

import static org.daybridge.kit.decision.Decision.applied;
import static org.daybridge.kit.decision.Decision.refused;
import static org.daybridge.kit.decision.Decision.refusedState;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.daybridge.contract.intake.PatientId;
import org.daybridge.contract.scheduling.SessionId;
import org.daybridge.kit.decision.Decision;

/**
 * One person who was expected and had not come when the wait was over. Somebody tries to reach the
 * person until it is known why and what comes next, the person arrives after all, or somebody goes
 * and looks. With an open risk case it is urgent from the first unexplained absence.
 */
public record Outreach(
    UUID id,
    PatientId patient,
    int labels,
    SessionId session,
    Instant openedAt,
    boolean urgent,
    List<Attempt> attempts,
    Optional<Closed> closed,
    long version) {

  /** How it was tried. */
  public enum Channel {
    PHONE,
    TEXT,
    PORTAL,
    MAIL,
    CONTACT_PERSON,
    VISIT
  }

  /** What came of it. */
  public enum Result {
    NOT_REACHED,
    MESSAGE_LEFT,
    REACHED,
    WELFARE_CHECK
  }

  /** How it ended. */
  public enum Outcome {
    REACHED,
    WELFARE_CHECK,
    ARRIVED
  }

  /**
   * One try.
   *
   * @param reason why the person did not come, as a code
   * @param nextStep what was agreed, as a code
   */
  public record Attempt(
      Instant at,
      UUID by,
      Channel channel,
      Result result,
      Optional<String> reason,
      Optional<String> nextStep) {}

  /** The end of it. */
  public record Closed(Outcome outcome, Instant at) {}

  public Outreach {
    attempts = List.copyOf(attempts);
  }

  /** Records a try. */
  public Decision<Outreach, Void> attempt(Attempt attempt) {
    if (closed.isPresent()) {
      return refusedState("outreach-open", "the outreach ended at " + closed.get().at());
    }
    if (attempt.result() == Result.REACHED
        && (attempt.reason().isEmpty() || attempt.nextStep().isEmpty())) {
      return refused("reached-says-why", "reason and next step are asked of whoever was reached");
    }
    var all = new ArrayList<>(attempts);
    all.add(attempt);
    Optional<Closed> end =
        switch (attempt.result()) {
          case REACHED -> Optional.of(new Closed(Outcome.REACHED, attempt.at()));
          case WELFARE_CHECK -> Optional.of(new Closed(Outcome.WELFARE_CHECK, attempt.at()));
          case NOT_REACHED, MESSAGE_LEFT -> Optional.empty();
        };
    return applied(new Outreach(id, patient, labels, session, openedAt, urgent, all, end, version));
  }

  /** The person came after all. */
  public Outreach arrived(Instant at) {
    return closed.isPresent()
        ? this
        : new Outreach(
            id,
            patient,
            labels,
            session,
            openedAt,
            urgent,
            attempts,
            Optional.of(new Closed(Outcome.ARRIVED, at)),
            version);
  }

  /** When somebody first spoke with the person. */
  public Optional<Instant> contactedAt() {
    return attempts.stream()
        .filter(attempt -> attempt.result() == Result.REACHED)
        .map(Attempt::at)
        .findFirst();
  }
}
