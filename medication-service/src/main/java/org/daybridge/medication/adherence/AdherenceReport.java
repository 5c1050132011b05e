package org.daybridge.medication.adherence;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.daybridge.contract.intake.PatientId;
import org.jspecify.annotations.Nullable;

/**
 * What became of the doses of some days. It is a fact and never refused; a dose that was taken
 * after the order had ended is kept and marked.
 */
public record AdherenceReport(
    UUID reportId,
    PatientId patientId,
    @Nullable UUID orderId,
    Source source,
    LocalDate coversFrom,
    LocalDate coversTo,
    @Nullable Integer dosesPlanned,
    @Nullable Integer dosesTaken,
    Taken taken,
    List<Barrier> barriers,
    UUID reportedBy,
    Instant reportedAt,
    Instant receivedAt,
    boolean afterStop) {

  /** Who tells, or how it is known. */
  public enum Source {
    PATIENT,
    PROXY,
    STAFF,
    OBSERVED,
    COUNT
  }

  /** How many of the doses were taken, in words. */
  public enum Taken {
    ALL,
    MOST,
    SOME,
    NONE
  }

  /** What stood in the way. */
  public enum Barrier {
    FORGOT,
    SIDE_EFFECTS,
    COST,
    RAN_OUT,
    FELT_BETTER,
    DOES_NOT_HELP,
    STIGMA,
    ROUTINE,
    OTHER
  }

  @Override
  public String toString() {
    return "AdherenceReport[" + reportId + "]";
  }
}
