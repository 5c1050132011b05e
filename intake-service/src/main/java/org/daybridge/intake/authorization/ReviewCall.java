package org.daybridge.intake.authorization;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.UUID;
import org.daybridge.contract.intake.AuthorizationId;
import org.daybridge.contract.intake.EpisodeId;
import org.daybridge.contract.intake.PatientId;
import org.daybridge.intake.episode.Episode;
import org.daybridge.kit.decision.Decision;
import org.jspecify.annotations.Nullable;

/**
 * A call with a payer's reviewer about more days, as it went, and the appeals against a denial. A
 * call is a fact: it is recorded, not judged.
 *
 * @param appealBy the last day on which a denial can be appealed
 * @param decisionDueAt when the payer has to decide what it left pending (BIL-7)
 */
public record ReviewCall(
    UUID id,
    PatientId patient,
    EpisodeId episode,
    int labels,
    @Nullable AuthorizationId authorization,
    Said said,
    @Nullable LocalDate appealBy,
    @Nullable Instant decisionDueAt,
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
      boolean urgent,
      Outcome outcome,
      int daysApproved,
      @Nullable String denialReason,
      @Nullable LocalDate nextReviewOn) {}

  /**
   * One level of appeal; {@code upheld} is empty while it is open, {@code appealBy} is the last day
   * on which it was in time.
   */
  public record Appeal(
      UUID id,
      int level,
      LocalDate filedOn,
      @Nullable LocalDate appealBy,
      @Nullable String reference,
      boolean expedited,
      boolean late,
      @Nullable Boolean upheld,
      @Nullable LocalDate decidedOn) {}

  public ReviewCall {
    appeals = List.copyOf(appeals);
  }

  /** The clocks of a payer's decisions and of appeals, in force on the day of the call. */
  public record Clocks(int appealDays, int urgentHours, int standardDays) {}

  /** Records a call: the days must fit what came of it, and a denial has its reason (BIL-7). */
  static Decision<ReviewCall, Void> recorded(
      UUID id, Episode episode, @Nullable AuthorizationId authorization, Said said, Clocks clocks) {
    boolean fits =
        switch (said.outcome()) {
          case APPROVED -> said.daysApproved() > 0 && said.daysApproved() >= said.daysAsked();
          case PARTLY_APPROVED -> said.daysApproved() > 0 && said.daysApproved() < said.daysAsked();
          case DENIED, PENDING -> said.daysApproved() == 0;
        };
    if (!fits) {
      return Decision.refused(
          "approved-days-fit-the-outcome",
          "%d of %d days approved is not %s"
              .formatted(said.daysApproved(), said.daysAsked(), said.outcome()));
    }
    boolean denied = said.outcome() == Outcome.DENIED || said.outcome() == Outcome.PARTLY_APPROVED;
    if (denied && (said.denialReason() == null || said.denialReason().isBlank())) {
      return Decision.refused(
          "denial-has-a-reason", "say what the payer gave as its reason, or that it gave none");
    }
    ZonedDateTime called = said.at().atZone(episode.place().zone());
    return Decision.applied(
        new ReviewCall(
            id,
            episode.patient(),
            episode.id(),
            episode.labels(),
            authorization,
            said,
            denied ? called.toLocalDate().plusDays(clocks.appealDays()) : null,
            said.outcome() == Outcome.PENDING ? due(called, said.urgent(), clocks) : null,
            List.of()));
  }

  /** Hours run on; calendar days are days of the program's own clock. */
  private static Instant due(ZonedDateTime called, boolean urgent, Clocks clocks) {
    return urgent
        ? called.toInstant().plus(Duration.ofHours(clocks.urgentHours()))
        : called.plusDays(clocks.standardDays()).toInstant();
  }

  /**
   * The next level of appeal: after a denial, and after the level before was decided against us.
   * The first is in time until {@code appealBy}, a further one for so many months after the
   * decision before it. A late one is recorded as late, not refused: the payer decides that.
   */
  public Decision<Appeal, Void> appeal(
      UUID appeal,
      LocalDate filedOn,
      @Nullable String reference,
      boolean expedited,
      int furtherLevelMonths) {
    if (appealBy == null) {
      return Decision.refusedState("appeal-of-a-denial", "nothing was denied");
    }
    if (appeals.stream().anyMatch(one -> one.upheld() == null)) {
      return Decision.refusedState("appeal-levels-in-order", "the level before is open");
    }
    if (appeals.stream().anyMatch(one -> Boolean.FALSE.equals(one.upheld()))) {
      return Decision.refusedState("appeal-of-a-denial", "the denial was overturned");
    }
    LocalDate before = appeals.isEmpty() ? null : appeals.getLast().decidedOn();
    LocalDate by = before == null ? appealBy : before.plusMonths(furtherLevelMonths);
    return Decision.applied(
        new Appeal(
            appeal,
            appeals.size() + 1,
            filedOn,
            by,
            reference,
            expedited,
            filedOn.isAfter(by),
            null,
            null));
  }
}
