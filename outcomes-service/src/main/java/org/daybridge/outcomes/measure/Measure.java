package org.daybridge.outcomes.measure;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.daybridge.contract.intake.EpisodeId;
import org.daybridge.contract.intake.PatientId;
import org.daybridge.contract.outcomes.MeasureId;
import org.daybridge.outcomes.instrument.AnswerSheet;
import org.daybridge.outcomes.instrument.Score;
import org.jspecify.annotations.Nullable;

/**
 * An instrument that was answered once. It is a fact: nothing in it changes. A mistake is corrected
 * by a new measure that names this one; both stay.
 *
 * @param value the number that stands for it in a chart: the total, or the leading scale
 * @param answeredAt by the device; {@code receivedAt} is by this service
 */
public record Measure(
    MeasureId id,
    PatientId patient,
    @Nullable EpisodeId episode,
    @Nullable UUID assignment,
    int labels,
    String instrument,
    String version,
    Mode mode,
    Status status,
    AnswerSheet sheet,
    Score score,
    @Nullable BigDecimal value,
    @Nullable BigDecimal changeSinceBaseline,
    Instant answeredAt,
    Instant receivedAt,
    UUID author,
    String authorKind,
    @Nullable MeasureId corrects,
    @Nullable MeasureId correctedBy,
    @Nullable String reason) {

  public enum Mode {
    SELF,
    CLINICIAN,
    PAPER,
    IMPORT
  }

  public enum Status {
    COMPLETE,
    PARTIAL,
    ENTERED_IN_ERROR
  }

  /** Ids only: answers are health information. */
  @Override
  public String toString() {
    return "Measure " + id;
  }
}
