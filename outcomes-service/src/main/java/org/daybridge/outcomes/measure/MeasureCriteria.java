package org.daybridge.outcomes.measure;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.daybridge.contract.intake.PatientId;
import org.jspecify.annotations.Nullable;

/**
 * What a search asks for; open ends are null, an empty list asks for none of it.
 *
 * @param instruments ids, or null for every instrument
 * @param statuses or null for every status
 */
public record MeasureCriteria(
    @Nullable UUID id,
    @Nullable PatientId patient,
    @Nullable List<String> instruments,
    @Nullable List<Shown> statuses,
    @Nullable Instant from,
    @Nullable Instant to,
    @Nullable UUID after,
    int rows) {

  /** A measure as the outside sees its standing. */
  public enum Shown {
    COMPLETE,
    PARTIAL,
    AMENDED,
    ENTERED_IN_ERROR;

    public static Shown of(Measure measure) {
      if (measure.correctedBy() != null || measure.status() == Measure.Status.ENTERED_IN_ERROR) {
        return ENTERED_IN_ERROR;
      }
      if (measure.corrects() != null) return AMENDED;
      return measure.status() == Measure.Status.COMPLETE ? COMPLETE : PARTIAL;
    }
  }
}
