package org.daybridge.intake.authorization;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.daybridge.contract.intake.AuthorizationId;
import org.daybridge.contract.intake.EpisodeId;
import org.daybridge.contract.intake.PatientId;
import org.daybridge.kit.decision.Decision;
import org.jspecify.annotations.Nullable;

/**
 * A call with a payer's reviewer about more days, as it went, and the appeals against a denial. A
 * call is a fact: it is recorded, not judged.
 *
 * @param appealBy the last day on which a denial can be appealed
 */
public record ReviewCall(
    UUID id,
    PatientId patient,
    EpisodeId episode,
    int labels,
    @Nullable AuthorizationId authorization,
    Said said,
    @Nullable LocalDate appealBy,
    List<Appeal> appeals) {

  /** What it was about. */
  public enum Kind {
    INITIAL,
    CONCURRENT,
    RETROSPECTIVE
  }

  /** What came of it. */
  public enum Outcome {
    APPROVED,
    PARTLY_APPROVED,
    DENIED,
    PENDING
  }

  /** What was said, by whom and when. */
  public record Said(
      Kind kind,
      String reviewer,
      @Nullable String reference,
      Instant at,
      int daysAsked,
      boolean peerToPeer,
      Outcome outcome,
      int daysApproved,
      @Nullable String denialReason,
      @Nullable LocalDate nextReviewOn) {}

  /** One level of appeal; {@code upheld} is empty while it is open. */
  public record Appeal(
      UUID id,
      int level,
      LocalDate filedOn,
      @Nullable String reference,
      boolean expedited,
      boolean late,
      @Nullable Boolean upheld,
      @Nullable LocalDate decidedOn) {}

  public ReviewCall {
    appeals = List.copyOf(appeals);
  }

  /** The last day for an appeal, when days were denied. */
  static @Nullable LocalDate appealBy(Said said, ZoneId zone, int days) {
    boolean denied = said.outcome() == Outcome.DENIED || said.outcome() == Outcome.PARTLY_APPROVED;
    return denied ? LocalDate.ofInstant(said.at(), zone).plusDays(days) : null;
  }

  /**
   * The next level of appeal: after a denial, and after the level before was decided against us.
   */
  public Decision<Appeal, Void> appeal(
      UUID appeal, LocalDate filedOn, @Nullable String reference, boolean expedited) {
    if (appealBy == null) {
      return Decision.refusedState("appeal-of-a-denial", "nothing was denied");
    }
    if (appeals.stream().anyMatch(one -> one.upheld() == null)) {
      return Decision.refusedState("appeal-levels-in-order", "the level before is open");
    }
    if (appeals.stream().anyMatch(one -> Boolean.FALSE.equals(one.upheld()))) {
      return Decision.refusedState("appeal-of-a-denial", "the denial was overturned");
    }
    boolean late = appeals.isEmpty() && filedOn.isAfter(appealBy);
    return Decision.applied(
        new Appeal(appeal, appeals.size() + 1, filedOn, reference, expedited, late, null, null));
  }
}
