package org.daybridge.records.note;

import java.util.List;
import java.util.Optional;
import org.daybridge.contract.records.NoteId;
import org.daybridge.records.signing.Versioned;

/** The notes that the caller can see; one that they can't see is not there. */
public interface Notes {

  Versioned<Note> require(NoteId id);

  Optional<Versioned<Note>> find(NoteId id);

  Versioned<Note> add(Note note);

  /** Keeps the next state of a note that was at this version. */
  Versioned<Note> save(Note note, int version);

  /** Signed notes of one patient, in the order of their ids. */
  List<Versioned<Note>> signed(SignedNotes asked);
}
