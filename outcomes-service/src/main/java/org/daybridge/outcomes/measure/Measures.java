package org.daybridge.outcomes.measure;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.daybridge.contract.intake.PatientId;
import org.daybridge.contract.outcomes.MeasureId;
import org.jspecify.annotations.Nullable;

/** What was answered. Rows are added and linked to their corrections, never changed. */
public interface Measures {
  Optional<Measure> find(MeasureId id);

  Measure require(MeasureId id);

  void add(Measure measure);

  void markCorrected(MeasureId id, MeasureId by);

  /**
   * The first complete value that was answered within the window; corrections count, not errors.
   */
  Optional<BigDecimal> firstValue(
      PatientId patient, String instrument, String version, Instant from, Instant to);

  /** Whether it was ever answered before this moment. */
  boolean answeredBefore(PatientId patient, String instrument, Instant at);

  /** In the order of their ids, after the one that is named. */
  List<Measure> search(MeasureCriteria criteria);

  /** Newest first; {@code instrument} may be left open. */
  List<Measure> page(
      PatientId patient, @Nullable String instrument, int rows, @Nullable UUID before);
}
