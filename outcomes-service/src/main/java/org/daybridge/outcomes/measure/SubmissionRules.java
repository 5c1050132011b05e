package org.daybridge.outcomes.measure;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.daybridge.outcomes.instrument.AnswerSheet;
import org.daybridge.outcomes.instrument.Instrument;
import org.daybridge.outcomes.instrument.Instrument.License.Wording;

/** What may not be submitted. Answers that were given are never refused for what they say. */
public final class SubmissionRules {
  /** A rule that refuses, by its slug. */
  public record Refusal(String rule, String because) {}

  /** Clocks of devices are a little off. */
  private static final Duration DEVICE_CLOCK = Duration.ofMinutes(5);

  private SubmissionRules() {}

  public static Optional<Refusal> refusal(Submission submission, Instant now) {
    return firstOf(
        askedByATrainedPerson(submission),
        notInTheFuture(submission, now),
        licensedItems(submission));
  }

  /** The C-SSRS and clinician ratings are asked by a trained person, never sent as a form. */
  static Optional<Refusal> askedByATrainedPerson(Submission submission) {
    boolean self = submission.mode() == Measure.Mode.SELF;
    return when(
        self && submission.instrument().clinicianAsked(),
        "asked-by-a-trained-person",
        submission.instrument().id() + " is asked by a trained person and not filled in alone");
  }

  /** Nobody has answered tomorrow. */
  static Optional<Refusal> notInTheFuture(Submission submission, Instant now) {
    Instant at = submission.answeredAt();
    return when(
        at != null && at.isAfter(now.plus(DEVICE_CLOCK)),
        "answered-not-in-the-future",
        "answeredAt is in the future");
  }

  /** Of a proprietary instrument only the total is kept. */
  static Optional<Refusal> licensedItems(Submission submission) {
    return licensedItems(submission.instrument(), submission.answers());
  }

  /** The same for a stateless scoring. */
  public static Optional<Refusal> licensedItems(Instrument instrument, Map<String, ?> answers) {
    boolean items = answers.keySet().stream().anyMatch(number -> number.matches("\\d+"));
    return when(
        instrument.license().wording() == Wording.SCORE_ONLY && items,
        "licensed-instrument-items",
        instrument.id() + " is proprietary: send its total only");
  }

  /** An improvement is rated against an earlier severity. */
  public static Optional<Refusal> improvementNeedsAFirstRating(
      Instrument instrument, AnswerSheet sheet, boolean ratedBefore) {
    return when(
        instrument.id().equals("CGI") && sheet.answers().containsKey("2") && !ratedBefore,
        "improvement-needs-a-first-rating",
        "CGI improvement is rated from the second rating on");
  }

  private static Optional<Refusal> when(boolean refused, String rule, String because) {
    return refused ? Optional.of(new Refusal(rule, because)) : Optional.empty();
  }

  @SafeVarargs
  private static Optional<Refusal> firstOf(Optional<Refusal>... rules) {
    for (Optional<Refusal> rule : rules) if (rule.isPresent()) return rule;
    return Optional.empty();
  }
}
