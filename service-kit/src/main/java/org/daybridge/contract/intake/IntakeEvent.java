package org.daybridge.contract.intake;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.daybridge.contract.DomainEvent;
import org.daybridge.contract.Id;
import org.daybridge.contract.StepDirection;
import org.daybridge.contract.outcomes.ProposalId;
import org.daybridge.contract.scheduling.SiteId;
import org.daybridge.contract.scheduling.StaffId;
import org.jspecify.annotations.Nullable;

/** Facts of intake-service, on {@code daybridge.intake.v1}. */
public sealed interface IntakeEvent extends DomainEvent {

  /**
   * Somebody asked for treatment of a person; the access-time clock starts at the first contact.
   */
  record ReferralReceived(
      ReferralId referralId,
      PatientId patientId,
      String source,
      String channel,
      String urgency,
      String trackCode,
      Instant firstContactAt)
      implements IntakeEvent {
    @Override
    public Id aggregate() {
      return referralId;
    }
  }

  /** One part of the intake assessment is complete. */
  record AssessmentCompleted(
      AssessmentId assessmentId,
      PatientId patientId,
      ReferralId referralId,
      AssessmentKind kind,
      Instant completedAt)
      implements IntakeEvent {
    @Override
    public Id aggregate() {
      return assessmentId;
    }
  }

  /** The level of care was determined by the track's instrument and chosen by a clinician. */
  record LevelOfCareDetermined(
      DecisionId decisionId,
      PatientId patientId,
      ReferralId referralId,
      String instrument,
      LevelOfCare recommended,
      LevelOfCare chosen,
      boolean overridden,
      Instant decidedAt)
      implements IntakeEvent {
    @Override
    public Id aggregate() {
      return decisionId;
    }
  }

  /** A patient consented in writing. */
  record ConsentGranted(
      ConsentId consentId,
      PatientId patientId,
      ConsentType consentType,
      @Nullable String recipientClass,
      Instant effectiveAt,
      @Nullable LocalDate expiresOn)
      implements IntakeEvent {
    @Override
    public Id aggregate() {
      return consentId;
    }
  }

  /** A consent was revoked; it acts forward only (42 CFR 2.31). */
  record ConsentRevoked(
      ConsentId consentId, PatientId patientId, ConsentType consentType, Instant revokedAt)
      implements IntakeEvent {
    @Override
    public Id aggregate() {
      return consentId;
    }
  }

  /**
   * A person was admitted to a track: the episode of care is open. Every other service opens its
   * part.
   */
  record PatientAdmitted(
      EpisodeId episodeId,
      PatientId patientId,
      @Nullable EpisodeId priorEpisodeId,
      ReferralId referralId,
      ProgramId programId,
      TrackId trackId,
      String trackCode,
      Population population,
      LevelOfCare levelOfCare,
      SiteId siteId,
      String siteZone,
      Instant admittedAt,
      LocalDate admittedOn,
      int plannedWeeks,
      LocalDate birthDate,
      String sexCode,
      StaffId primaryClinician,
      String rulePackVersion)
      implements IntakeEvent {
    @Override
    public Id aggregate() {
      return episodeId;
    }
  }

  /** What rules elsewhere need to know of the person changed. Death stops every outward contact. */
  record PatientDetailsChanged(
      PatientId patientId, LocalDate birthDate, String sexCode, @Nullable Instant deceasedAt)
      implements IntakeEvent {
    @Override
    public Id aggregate() {
      return patientId;
    }
  }

  /**
   * A referral reported a medication or an allergy. Without a code the item's text is looked up in
   * intake by its id and stays an open item of the reconciliation.
   */
  record PriorMedicationReported(
      ReportedItemId itemId,
      PatientId patientId,
      ReferralId referralId,
      String kind,
      @Nullable String codeSystem,
      @Nullable String code,
      @Nullable String criticality)
      implements IntakeEvent {
    @Override
    public Id aggregate() {
      return itemId;
    }
  }

  /**
   * Somebody may see a patient. {@code allowedLabels} is the bit mask of labels that are not
   * hidden.
   */
  record AccessGranted(
      GrantId grantId,
      UUID principalId,
      PatientId patientId,
      GrantKind kind,
      String purpose,
      int allowedLabels,
      boolean canWrite,
      Instant validFrom,
      @Nullable Instant validTo)
      implements IntakeEvent {
    @Override
    public Id aggregate() {
      return grantId;
    }
  }

  /** Somebody may no longer see a patient. */
  record AccessRevoked(GrantId grantId, UUID principalId, PatientId patientId, Instant revokedAt)
      implements IntakeEvent {
    @Override
    public Id aggregate() {
      return grantId;
    }
  }

  /**
   * A payer authorized days of care, named by its number at the payer; {@code units} are days of
   * the billing code within the window, both ends included.
   */
  record AuthorizationGranted(
      AuthorizationId authorizationId,
      PatientId patientId,
      EpisodeId episodeId,
      String billingCode,
      LocalDate from,
      LocalDate to,
      int units)
      implements IntakeEvent {
    @Override
    public Id aggregate() {
      return authorizationId;
    }
  }

  /** An authorization is about to run out, of days or of time: ask the payer for more. */
  record AuthorizationExhausting(
      AuthorizationId authorizationId,
      PatientId patientId,
      EpisodeId episodeId,
      int unitsLeft,
      LocalDate to)
      implements IntakeEvent {
    @Override
    public Id aggregate() {
      return authorizationId;
    }
  }

  /** The window of an authorization has ended; {@code unitsLeft} were not used. */
  record AuthorizationExpired(
      AuthorizationId authorizationId,
      PatientId patientId,
      EpisodeId episodeId,
      int unitsLeft,
      LocalDate to)
      implements IntakeEvent {
    @Override
    public Id aggregate() {
      return authorizationId;
    }
  }

  /** A token subject was tied to a staff member, a patient or a proxy. */
  record AccountLinked(
      AccountId accountId,
      String subject,
      UUID principalId,
      String principalKind,
      Set<String> roles)
      implements IntakeEvent {
    @Override
    public Id aggregate() {
      return accountId;
    }
  }

  /** An account was switched off; its tokens are refused everywhere. */
  record AccountDeactivated(AccountId accountId, String subject, Instant deactivatedAt)
      implements IntakeEvent {
    @Override
    public Id aggregate() {
      return accountId;
    }
  }

  /** A track takes patients. */
  record TrackOpened(
      TrackId trackId,
      ProgramId programId,
      String code,
      Population population,
      LevelOfCare levelOfCare,
      String scheduleModel,
      List<SiteId> sites,
      boolean active)
      implements IntakeEvent {
    @Override
    public Id aggregate() {
      return trackId;
    }
  }

  /** A track changed. */
  record TrackChanged(
      TrackId trackId,
      ProgramId programId,
      String code,
      Population population,
      LevelOfCare levelOfCare,
      String scheduleModel,
      List<SiteId> sites,
      boolean active)
      implements IntakeEvent {
    @Override
    public Id aggregate() {
      return trackId;
    }
  }

  /** A clinician decided to step the level of care up or down within the episode. */
  record StepChangeDecided(
      EpisodeId episodeId,
      PatientId patientId,
      DecisionId decisionId,
      @Nullable ProposalId proposalId,
      StepDirection direction,
      LevelOfCare from,
      LevelOfCare to,
      Instant effectiveAt)
      implements IntakeEvent {
    @Override
    public Id aggregate() {
      return episodeId;
    }
  }

  /** The episode of care ended; {@code planned} only when treatment was completed as planned. */
  record PatientDischarged(
      EpisodeId episodeId,
      PatientId patientId,
      Instant dischargedAt,
      String reason,
      boolean planned,
      @Nullable String destination)
      implements IntakeEvent {
    @Override
    public Id aggregate() {
      return episodeId;
    }
  }
}
