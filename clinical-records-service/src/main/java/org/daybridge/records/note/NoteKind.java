package org.daybridge.records.note;

/** Why a note is written; only some kinds document a session that took place. */
public enum NoteKind {
  PROGRESS(true),
  GROUP(true),
  FAMILY(true),
  MEDICAL(true),
  CRISIS(false),
  CONTACT(false),
  COLLATERAL(false),
  COORDINATION(false),
  NO_SHOW(false),
  REVIEW_CALL(false),
  DISCHARGE_SUMMARY(false);

  private final boolean ofSession;

  NoteKind(boolean ofSession) {
    this.ofSession = ofSession;
  }

  public boolean ofSession() {
    return ofSession;
  }
}
