package org.daybridge.contract.medication;

import java.math.BigDecimal;
import java.time.Instant;
import org.daybridge.contract.DomainEvent;
import org.daybridge.contract.Id;
import org.daybridge.contract.intake.EpisodeId;
import org.daybridge.contract.intake.PatientId;
import org.jspecify.annotations.Nullable;

/** Facts of medication-service, on {@code daybridge.medication.v1}. */
public sealed interface MedicationEvent extends DomainEvent {

  /** A prescriber ordered a medicine, or superseded the dose of an order. */
  record MedicationOrdered(
      OrderId orderId,
      PatientId patientId,
      @Nullable EpisodeId episodeId,
      int orderVersion,
      String rxNorm,
      BigDecimal doseMgPerDay,
      @Nullable String controlledSchedule,
      Instant orderedAt)
      implements MedicationEvent {
    @Override
    public Id aggregate() {
      return orderId;
    }
  }

  /** An order ended, for a coded reason. */
  record MedicationStopped(
      OrderId orderId,
      PatientId patientId,
      @Nullable EpisodeId episodeId,
      String rxNorm,
      String reason,
      Instant stoppedAt)
      implements MedicationEvent {
    @Override
    public Id aggregate() {
      return orderId;
    }
  }
}
