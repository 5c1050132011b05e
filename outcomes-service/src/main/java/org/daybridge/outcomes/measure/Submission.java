package org.daybridge.outcomes.measure;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.daybridge.contract.intake.PatientId;
import org.daybridge.contract.outcomes.MeasureId;
import org.daybridge.outcomes.instrument.Instrument;
import org.jspecify.annotations.Nullable;

/** Answers as they come in: from the patient's own device, a clinician, a paper form, an import. */
public record Submission(
    MeasureId id,
    PatientId patient,
    Optional<UUID> assignment,
    Instrument instrument,
    Measure.Mode mode,
    Map<String, ?> answers,
    Map<String, ?> context,
    @Nullable Instant answeredAt) {

  @Override
  public String toString() {
    return "Submission " + id;
  }
}
