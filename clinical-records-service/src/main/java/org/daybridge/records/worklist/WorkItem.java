package org.daybridge.records.worklist;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One thing that waits for the caller: about whom, what to open, since when it is due. */
public record WorkItem(
    Kind kind,
    UUID patientId,
    @Nullable UUID noteId,
    @Nullable UUID planId,
    @Nullable UUID sessionId,
    @Nullable UUID itemId,
    @Nullable Instant happenedAt,
    Instant dueAt,
    boolean overdue) {

  public enum Kind {
    SESSION_WITHOUT_NOTE,
    DRAFT,
    PLAN_DUE,
    REVIEW_DUE,
    COUNTERSIGNATURE,
    SAFETY_PLAN_DUE,
    CERTIFICATION_LAPSING,
    RETRACTION,
    ATTENDANCE_BELOW_NOTE,
    TASK,
    HOMEWORK_TO_REVIEW,
    AMENDMENT_REQUEST,
    PROTECTIVE_REPORT,
    OUTSIDE_CONTACT,
    WITHHOLDING_ENDING
  }
}
