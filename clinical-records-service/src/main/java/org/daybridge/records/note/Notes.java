package org.daybridge.records.note;

import org.daybridge.contract.records.NoteId;
import org.daybridge.records.signing.Versioned;

/** The notes that the caller can see; one that they can't see is not there. */
public interface Notes {

  Versioned<Note> require(NoteId id);

  /** Adds a note and tells its first version. */
  int add(Note note);

  /** Keeps the next state of a note that was at this version and tells the new one. */
  int save(Note note, int version);
}
