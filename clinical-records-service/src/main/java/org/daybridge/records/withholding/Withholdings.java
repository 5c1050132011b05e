package org.daybridge.records.withholding;

import java.time.Instant;
import org.daybridge.contract.records.NoteId;

/** Which notes are held back. */
public interface Withholdings {

  void add(Withholding withholding);

  /** Lifts what holds the note back; false when nothing does. */
  boolean lift(NoteId note, Instant at);
}
