package org.daybridge.outcomes.assignment;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.daybridge.contract.intake.EpisodeId;
import org.daybridge.contract.intake.PatientId;
import org.daybridge.outcomes.instrument.Instrument.AskedBy;
import org.jspecify.annotations.Nullable;

/** A measure that is due in an episode. It is done by an answer, missed by time, or closed. */
public record Assignment(
    UUID id,
    PatientId patient,
    EpisodeId episode,
    int labels,
    String instrument,
    String instrumentVersion,
    AskedBy askedBy,
    Occasion occasion,
    Instant opensAt,
    LocalDate dueOn,
    State state,
    @Nullable Instant settledAt,
    @Nullable UUID measureId,
    long version) {

  public enum Occasion {
    BASELINE,
    CADENCE,
    RISK,
    REQUESTED,
    DISCHARGE
  }

  public enum State {
    DUE,
    DONE,
    MISSED,
    CLOSED
  }
}
