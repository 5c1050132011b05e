package org.daybridge.contract.medication;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.daybridge.contract.DomainEvent;
import org.daybridge.contract.Id;
import org.daybridge.contract.intake.EpisodeId;
import org.daybridge.contract.intake.PatientId;
import org.daybridge.contract.outcomes.ResultId;
import org.daybridge.contract.scheduling.StaffId;
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

  /** An order was held, resumed or renewed at the same dose; a new dose is a MedicationOrdered. */
  record MedicationChanged(
      OrderId orderId,
      PatientId patientId,
      @Nullable EpisodeId episodeId,
      int orderVersion,
      String rxNorm,
      String change,
      Instant changedAt)
      implements MedicationEvent {
    @Override
    public Id aggregate() {
      return orderId;
    }
  }

  /** A prescription is ready for the e-prescribing partner, who signs, sends and acknowledges. */
  record PrescriptionHandedOver(
      OrderId orderId,
      PatientId patientId,
      @Nullable EpisodeId episodeId,
      int orderVersion,
      String rxNorm,
      @Nullable String controlledSchedule,
      Instant handedOverAt)
      implements MedicationEvent {
    @Override
    public Id aggregate() {
      return orderId;
    }
  }

  /** The supply of an order ran out and no fill followed within the days of grace. */
  record SupplyGapFound(
      OrderId orderId, PatientId patientId, String rxNorm, LocalDate suppliedTo, Instant foundAt)
      implements MedicationEvent {
    @Override
    public Id aggregate() {
      return orderId;
    }
  }

  /** A test that the treatment asks for became due. */
  record MonitoringDue(
      MedicationFactId itemId,
      PatientId patientId,
      String rxNorm,
      String ruleId,
      @Nullable String testCode,
      LocalDate dueOn)
      implements MedicationEvent {
    @Override
    public Id aggregate() {
      return itemId;
    }
  }

  /** A test that the treatment asks for is overdue: nobody has a result. */
  record MonitoringOverdue(
      MedicationFactId itemId,
      PatientId patientId,
      String rxNorm,
      String ruleId,
      @Nullable String testCode,
      LocalDate dueOn)
      implements MedicationEvent {
    @Override
    public Id aggregate() {
      return itemId;
    }
  }

  /** A result asks for action under what is taken. */
  record CriticalLabFlagged(
      MedicationFactId flagId,
      PatientId patientId,
      ResultId resultId,
      String ruleId,
      String severity,
      Instant flaggedAt)
      implements MedicationEvent {
    @Override
    public Id aggregate() {
      return flagId;
    }
  }

  /** Somebody told, saw or counted what became of doses. */
  record AdherenceReported(
      MedicationFactId reportId,
      PatientId patientId,
      @Nullable OrderId orderId,
      LocalDate coversFrom,
      LocalDate coversTo,
      String taken,
      List<String> barriers,
      Instant reportedAt)
      implements MedicationEvent {
    @Override
    public Id aggregate() {
      return reportId;
    }
  }

  /** Reports of doses show a pattern that somebody should talk about; told once for its days. */
  record MissedDosePatternFound(
      MedicationFactId patternId,
      PatientId patientId,
      @Nullable OrderId orderId,
      String ruleId,
      LocalDate from,
      LocalDate to,
      Instant foundAt)
      implements MedicationEvent {
    @Override
    public Id aggregate() {
      return patternId;
    }
  }

  /** Somebody on the team worries about adherence; the prescriber answers. */
  record AdherenceConcernRaised(
      MedicationFactId concernId,
      PatientId patientId,
      @Nullable OrderId orderId,
      @Nullable String barrier,
      Instant raisedAt)
      implements MedicationEvent {
    @Override
    public Id aggregate() {
      return concernId;
    }
  }

  /** An unwanted effect was reported, from 1 (noticed) to 5 (life-threatening). */
  record SideEffectReported(
      MedicationFactId sideEffectId,
      PatientId patientId,
      @Nullable OrderId orderId,
      int effectSeverity,
      @Nullable LocalDate onsetOn,
      Instant reportedAt)
      implements MedicationEvent {
    @Override
    public Id aggregate() {
      return sideEffectId;
    }
  }

  /** A state's monitoring program was queried, or could not be reached. */
  record PdmpChecked(
      MedicationFactId queryId,
      PatientId patientId,
      String state,
      boolean reachable,
      @Nullable Integer lookbackDays,
      Instant queriedAt)
      implements MedicationEvent {
    @Override
    public Id aggregate() {
      return queryId;
    }
  }

  /** A practitioner saw a person in the same room, which telehealth may ask for. */
  record InPersonEvaluationRecorded(
      MedicationFactId evaluationId,
      PatientId patientId,
      StaffId evaluatedBy,
      LocalDate evaluatedOn,
      Instant recordedAt)
      implements MedicationEvent {
    @Override
    public Id aggregate() {
      return evaluationId;
    }
  }

  /** A person could say back what a medicine is for and how it is taken. */
  record MedicationEducationCompleted(
      MedicationFactId talkId, PatientId patientId, OrderId orderId, Instant completedAt)
      implements MedicationEvent {
    @Override
    public Id aggregate() {
      return talkId;
    }
  }

  /** Every item of a reconciliation at a transition is decided. */
  record MedicationReconciled(
      MedicationFactId reconciliationId, PatientId patientId, String occasion, Instant completedAt)
      implements MedicationEvent {
    @Override
    public Id aggregate() {
      return reconciliationId;
    }
  }

  /** A prescriber asks scheduling for a medication appointment until a day. */
  record MedicationAppointmentRequested(
      MedicationFactId requestId,
      PatientId patientId,
      String reason,
      LocalDate wantedBy,
      Instant requestedAt)
      implements MedicationEvent {
    @Override
    public Id aggregate() {
      return requestId;
    }
  }
}
