package org.daybridge.medication.reconciliation;

import java.time.Instant;
import java.util.UUID;
import org.daybridge.contract.intake.PatientId;
import org.daybridge.kit.decision.Ids;
import org.jspecify.annotations.Nullable;

/**
 * One medication that somebody has to decide on at a transition. It is open until a prescriber or
 * nurse decides; an item without a code is open for one more reason: nobody knows yet what it is.
 */
public record ReconciliationItem(
    UUID itemId,
    PatientId patientId,
    int labels,
    int version,
    Occasion occasion,
    @Nullable UUID episodeId,
    SubjectKind subjectKind,
    UUID subjectId,
    boolean coded,
    Outcome decision,
    @Nullable String reason,
    Instant openedAt,
    @Nullable UUID decidedBy,
    @Nullable Instant decidedAt) {

  /** When medications are compared. */
  public enum Occasion {
    ADMISSION,
    TRANSFER,
    DISCHARGE
  }

  /** What is looked at. */
  public enum SubjectKind {
    LISTED_MEDICATION,
    ORDER,
    ALLERGY
  }

  /** What was decided. */
  public enum Outcome {
    OPEN,
    CONTINUE,
    CHANGE,
    STOP
  }

  public static ReconciliationItem admission(
      PatientId patient, int labels, SubjectKind kind, UUID subject, boolean coded, Instant now) {
    return new ReconciliationItem(
        Ids.next(),
        patient,
        labels,
        0,
        Occasion.ADMISSION,
        null,
        kind,
        subject,
        coded,
        Outcome.OPEN,
        null,
        now,
        null,
        null);
  }

  /** The occasion's own id: that of the occurrence, or of the person's admission. */
  public UUID occurrence() {
    return episodeId == null
        ? UUID.nameUUIDFromBytes(
            (patientId + "/" + occasion).getBytes(java.nio.charset.StandardCharsets.UTF_8))
        : episodeId;
  }

  public boolean isOpen() {
    return decision == Outcome.OPEN;
  }

  @Override
  public String toString() {
    return "ReconciliationItem[" + itemId + "]";
  }
}
