package org.daybridge.records.note;

import java.time.Instant;
import org.daybridge.contract.scheduling.StaffId;

/** A wish to take a note out of the record as entered in error; a second person must agree. */
public record Retraction(StaffId askedBy, Reason reason, String because, Instant askedAt) {

  public enum Reason {
    WRONG_PATIENT,
    WRONG_SESSION,
    SIGNED_BY_MISTAKE,
    DUPLICATE
  }

  @Override
  public String toString() {
    return "Retraction[" + reason + ", askedBy=" + askedBy + ", askedAt=" + askedAt + "]";
  }
}
