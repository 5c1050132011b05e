package org.daybridge.outcomes.measure;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.daybridge.contract.outcomes.MeasureId;
import org.daybridge.contract.outcomes.OutcomesEvent.MeasureRecorded;
import org.daybridge.kit.decision.Ids;
import org.daybridge.kit.decision.NotVisible;
import org.daybridge.kit.decision.RuleRefused;
import org.daybridge.kit.identity.Caller;
import org.daybridge.kit.identity.Callers;
import org.daybridge.kit.identity.Labels;
import org.daybridge.kit.outbox.Outbox;
import org.daybridge.kit.rulepack.RulePacks;
import org.daybridge.outcomes.assignment.Assignment;
import org.daybridge.outcomes.assignment.AssignmentHandler;
import org.daybridge.outcomes.episode.Episode;
import org.daybridge.outcomes.episode.Episodes;
import org.daybridge.outcomes.instrument.AnswerSheet;
import org.daybridge.outcomes.instrument.Instrument;
import org.daybridge.outcomes.instrument.Instruments;
import org.daybridge.outcomes.instrument.Score;
import org.daybridge.outcomes.instrument.Scorer;
import org.jspecify.annotations.Nullable;

/**
 * Records what was answered: check, score, keep, announce; risk is judged in the same transaction.
 */
@ApplicationScoped
public class MeasureHandler {
  /** Substance-use instruments carry PART2 outside substance-use programs too. */
  private static final Set<String> SUBSTANCE_USE =
      Set.of("AUDIT", "AUDIT-C", "DAST-10", "CUDIT-R", "TAPS", "BAM", "BAM-R", "BAM-IOP");

  private final Measures measures;
  private final Episodes episodes;
  private final AssignmentHandler assignments;
  private final Instruments instruments;
  private final Outbox outbox;
  private final RulePacks rulePacks;
  private final Clock clock;
  private final Event<Recorded> recorded;

  MeasureHandler(
      Measures measures,
      Episodes episodes,
      AssignmentHandler assignments,
      Instruments instruments,
      Outbox outbox,
      RulePacks rulePacks,
      Clock clock,
      Event<Recorded> recorded) {
    this.measures = measures;
    this.episodes = episodes;
    this.assignments = assignments;
    this.instruments = instruments;
    this.outbox = outbox;
    this.rulePacks = rulePacks;
    this.clock = clock;
    this.recorded = recorded;
  }

  /** The same id with the same answers again is answered again and changes nothing. */
  @Transactional
  public Measure submit(Submission submission) {
    Instant now = clock.instant();
    AnswerSheet sheet = sheet(submission);
    Episode episode = visible(submission);
    Optional<Measure> before = measures.find(submission.id());
    if (before.isPresent()) return replayed(before.get(), submission, sheet);
    refuse(SubmissionRules.refusal(submission, now));
    Instant answeredAt = submission.answeredAt() == null ? now : submission.answeredAt();
    Instrument instrument = submission.instrument();
    refuse(
        SubmissionRules.improvementNeedsAFirstRating(
            instrument,
            sheet,
            measures.answeredBefore(submission.patient(), instrument.id(), answeredAt)));
    Optional<Assignment> settled =
        assignments.settle(
            submission.assignment(), submission.patient(), instrument, submission.id().value());
    UUID assignment = settled.map(Assignment::id).orElse(null);
    return keep(submission, episode, assignment, sheet, answeredAt, now, null, null);
  }

  /** A wrong answer is corrected by a new measure; the old one stays readable in its history. */
  @Transactional
  public Measure correct(MeasureId wrong, Map<String, ?> answers, String reason) {
    Measure before = measures.require(wrong);
    if (before.correctedBy() != null) {
      throw RuleRefused.state("measure-is-corrected-once", "correct the newest version of it");
    }
    Instrument instrument = instruments.require(before.instrument(), before.version());
    Submission submission =
        new Submission(
            new MeasureId(Ids.next()),
            before.patient(),
            Optional.empty(),
            instrument,
            before.mode(),
            answers,
            before.sheet().context(),
            before.answeredAt());
    refuse(SubmissionRules.licensedItems(instrument, answers));
    Episode episode = visible(submission);
    Measure after =
        keep(
            submission,
            episode,
            before.assignment(),
            sheet(submission),
            before.answeredAt(),
            clock.instant(),
            before.id(),
            reason);
    measures.markCorrected(before.id(), after.id());
    return after;
  }

  private Measure keep(
      Submission submission,
      Episode episode,
      @Nullable UUID assignment,
      AnswerSheet sheet,
      Instant answeredAt,
      Instant now,
      @Nullable MeasureId corrects,
      @Nullable String reason) {
    Instrument instrument = submission.instrument();
    Score score = Scorer.score(instrument, sheet);
    BigDecimal value = score.value(instrument.leadingScale());
    Caller caller = Callers.current();
    Measure measure =
        new Measure(
            submission.id(),
            submission.patient(),
            episode.id(),
            assignment,
            episode.labels() | (SUBSTANCE_USE.contains(instrument.id()) ? Labels.PART2 : 0),
            instrument.id(),
            instrument.version(),
            submission.mode(),
            score.missing().isEmpty() ? Measure.Status.COMPLETE : Measure.Status.PARTIAL,
            sheet,
            score,
            value,
            change(submission, episode, value),
            answeredAt,
            now,
            caller.principalId(),
            caller.kind().name(),
            corrects,
            null,
            reason);
    measures.add(measure);
    outbox.append(announced(measure), measure.labels());
    recorded.fire(new Recorded(measure, Optional.of(episode)));
    return measure;
  }

  private @Nullable BigDecimal change(
      Submission submission, Episode episode, @Nullable BigDecimal value) {
    Instrument instrument = submission.instrument();
    if (value == null || instrument.purpose() != Instrument.Purpose.OUTCOME) return null;
    BaselineWindow window = BaselineWindow.of(episode, rulePacks.on(episode.admittedOn()));
    return measures
        .firstValue(
            submission.patient(), instrument.id(), instrument.version(), window.from(), window.to())
        .map(value::subtract)
        .orElse(null);
  }

  private static MeasureRecorded announced(Measure measure) {
    return new MeasureRecorded(
        measure.id(),
        measure.patient(),
        measure.episode(),
        measure.instrument(),
        measure.version(),
        measure.score().total(),
        measure.score().severity(),
        measure.changeSinceBaseline(),
        measure.answeredAt());
  }

  private AnswerSheet sheet(Submission submission) {
    refuse(SubmissionRules.licensedItems(submission));
    Map<String, Object> context = new HashMap<>(submission.context());
    if (!context.containsKey("sex")) {
      episodes
          .latestOf(submission.patient())
          .map(Episode::sexCode)
          .filter(sex -> sex.equalsIgnoreCase("male") || sex.equalsIgnoreCase("female"))
          .ifPresent(sex -> context.put("sex", sex));
    }
    return AnswerSheet.of(submission.instrument(), submission.answers(), context);
  }

  private Episode visible(Submission submission) {
    return episodes
        .latestOf(submission.patient())
        .orElseThrow(() -> new NotVisible("Patient", submission.patient().value()));
  }

  private static Measure replayed(Measure before, Submission again, AnswerSheet sheet) {
    boolean same =
        before.patient().equals(again.patient())
            && before.instrument().equals(again.instrument().id())
            && before.version().equals(again.instrument().version())
            && before.sheet().answers().equals(sheet.answers());
    if (!same) {
      throw RuleRefused.state("measure-id-is-used-once", "this id holds other answers");
    }
    return before;
  }

  private static void refuse(Optional<SubmissionRules.Refusal> refusal) {
    refusal.ifPresent(
        refused -> {
          throw RuleRefused.rule(refused.rule(), refused.because());
        });
  }
}
