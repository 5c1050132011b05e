package org.daybridge.records.thoughtrecord;

import static org.daybridge.kit.decision.Decision.applied;
import static org.daybridge.kit.decision.Decision.refused;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.daybridge.contract.intake.PatientId;
import org.daybridge.kit.decision.Decision;
import org.daybridge.records.register.Filed;

/** One thought, looked at. It may be begun in the moment and finished later. */
public record ThoughtRecord(
    UUID id, PatientId patient, int labels, Instant happenedAt, Thought thought) implements Filed {

  /** Ways of thinking that make things look worse than they are. */
  public enum Pattern {
    ALL_OR_NOTHING,
    CATASTROPHIZING,
    MIND_READING,
    FORTUNE_TELLING,
    LABELING,
    PERSONALIZING,
    SHOULD_STATEMENTS,
    DISCOUNTING_THE_POSITIVE,
    EMOTIONAL_REASONING
  }

  /** A feeling and how strong it was, 0 to 100, before and after the thought was looked at. */
  public record Feeling(String name, int before, Optional<Integer> after) {
    @Override
    public String toString() {
      return "Feeling[]";
    }
  }

  public record Thought(
      String situation,
      String automatic,
      List<Feeling> feelings,
      Set<Pattern> patterns,
      String evidenceFor,
      String evidenceAgainst,
      String balanced) {
    public Thought {
      feelings = List.copyOf(feelings);
      patterns = Set.copyOf(patterns);
    }

    @Override
    public String toString() {
      return "Thought[]";
    }
  }

  public static Decision<ThoughtRecord, Void> write(
      UUID id, PatientId patient, int labels, Instant happenedAt, Thought thought, Instant now) {
    if (happenedAt.isAfter(now)) {
      return refused("thought-has-happened", happenedAt + " is still to come");
    }
    return applied(new ThoughtRecord(id, patient, labels, happenedAt, thought));
  }

  public Decision<ThoughtRecord, Void> rewrite(Thought next) {
    return applied(new ThoughtRecord(id, patient, labels, happenedAt, next));
  }

  /** There is a balanced thought, and every feeling was rated again. */
  public boolean finished() {
    return !thought.balanced().isBlank()
        && thought.feelings().stream().allMatch(each -> each.after().isPresent());
  }
}
