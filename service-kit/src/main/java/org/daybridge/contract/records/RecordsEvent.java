package org.daybridge.contract.records;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.daybridge.contract.DomainEvent;
import org.daybridge.contract.Id;
import org.daybridge.contract.intake.EpisodeId;
import org.daybridge.contract.intake.PatientId;
import org.daybridge.contract.scheduling.SessionId;
import org.jspecify.annotations.Nullable;

/** Facts of clinical-records-service, on {@code daybridge.clinical-records.v1}. */
public sealed interface RecordsEvent extends DomainEvent {

  /** How much of one modality a plan prescribes per week. */
  record Prescribed(String modality, int minutesPerWeek) {}

  /** The measurable end of a goal: the instrument that measures it and the value aimed at. */
  record GoalTarget(UUID goalId, String measure, @Nullable BigDecimal target) {}

  /** A treatment plan has its signatures, or a recorded refusal, and guides care from now on. */
  record TreatmentPlanActivated(
      PlanId planId,
      PatientId patientId,
      EpisodeId episodeId,
      int planVersion,
      Instant activatedAt,
      LocalDate reviewDueOn,
      List<Prescribed> prescribed,
      List<GoalTarget> goals)
      implements RecordsEvent {
    @Override
    public Id aggregate() {
      return planId;
    }
  }

  /** A progress note was signed: its minutes are documented and its content is frozen. */
  record ProgressNoteSigned(
      NoteId noteId,
      PatientId patientId,
      @Nullable EpisodeId episodeId,
      @Nullable SessionId sessionId,
      String noteType,
      int minutes,
      List<UUID> goalIds,
      Instant signedAt,
      String contentHash)
      implements RecordsEvent {
    @Override
    public Id aggregate() {
      return noteId;
    }
  }

  /** A note was entered in error: it leaves every view; its bytes stay for the auditor. */
  record ProgressNoteRetracted(
      NoteId noteId, PatientId patientId, @Nullable SessionId sessionId, Instant retractedAt)
      implements RecordsEvent {
    @Override
    public Id aggregate() {
      return noteId;
    }
  }

  /** The plan for the time after the program is signed; a planned discharge may go ahead. */
  record AftercarePlanSigned(
      AftercarePlanId aftercarePlanId, PatientId patientId, EpisodeId episodeId, Instant signedAt)
      implements RecordsEvent {
    @Override
    public Id aggregate() {
      return aftercarePlanId;
    }
  }

  /** A physician certified that the patient needs the program, through this day. */
  record PhysicianCertified(
      UUID certificationId,
      PatientId patientId,
      EpisodeId episodeId,
      String kind,
      LocalDate from,
      LocalDate through,
      int hoursPerWeek,
      Instant signedAt)
      implements RecordsEvent {
    @Override
    public Id aggregate() {
      return episodeId;
    }
  }

  /** A certified span ended and no other follows: care from this day on is not certified. */
  record CertificationLapsed(
      UUID certificationId, PatientId patientId, EpisodeId episodeId, LocalDate lapsedOn)
      implements RecordsEvent {
    @Override
    public Id aggregate() {
      return episodeId;
    }
  }

  /** The day of a plan's review is over and nobody held it. */
  record PlanReviewOverdue(PlanId planId, PatientId patientId, EpisodeId episodeId, LocalDate dueOn)
      implements RecordsEvent {
    @Override
    public Id aggregate() {
      return planId;
    }
  }

  /** A safety plan is in force: who follows a risk sees that it was looked at. */
  record SafetyPlanSigned(
      UUID safetyPlanId,
      PatientId patientId,
      EpisodeId episodeId,
      int planVersion,
      Instant signedAt)
      implements RecordsEvent {
    @Override
    public Id aggregate() {
      return episodeId;
    }
  }
}
