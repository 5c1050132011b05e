package org.daybridge.outcomes.measure.rest;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.daybridge.outcomes.instrument.Instrument;
import org.daybridge.outcomes.instrument.rest.ScoreView;
import org.daybridge.outcomes.measure.Measure;
import org.daybridge.outcomes.risk.CrisisCard;
import org.daybridge.outcomes.significance.ChangeSinceBaseline;
import org.daybridge.outcomes.significance.rest.ChangeView;
import org.jspecify.annotations.Nullable;

/** A measure as shown: answers, score with its band, change, and the crisis card when it is due. */
public record MeasureView(
    UUID id,
    UUID patientId,
    @Nullable UUID episodeId,
    @Nullable UUID assignmentId,
    String instrument,
    String version,
    String mode,
    String status,
    Map<String, BigDecimal> answers,
    ScoreView score,
    ChangeView change,
    @Nullable CrisisCard crisisCard,
    Instant answeredAt,
    Instant receivedAt,
    UUID authorId,
    @Nullable UUID corrects,
    @Nullable UUID correctedBy,
    @Nullable String reason) {

  static MeasureView of(Measure measure, Instrument instrument, @Nullable CrisisCard card) {
    BigDecimal change = measure.changeSinceBaseline();
    BigDecimal value = measure.value();
    BigDecimal baseline = change == null || value == null ? null : value.subtract(change);
    return new MeasureView(
        measure.id().value(),
        measure.patient().value(),
        measure.episode() == null ? null : measure.episode().value(),
        measure.assignment(),
        measure.instrument(),
        measure.version(),
        measure.mode().name(),
        measure.status().name(),
        measure.sheet().answers(),
        ScoreView.of(measure.score()),
        ChangeView.of(
            ChangeSinceBaseline.of(instrument, instrument.leadingScale(), baseline, value)),
        card,
        measure.answeredAt(),
        measure.receivedAt(),
        measure.author(),
        measure.corrects() == null ? null : measure.corrects().value(),
        measure.correctedBy() == null ? null : measure.correctedBy().value(),
        measure.reason());
  }
}
