package org.daybridge.records.attachment;

import java.util.List;
import java.util.UUID;
import org.daybridge.contract.records.NoteId;
import org.daybridge.records.note.Note;

/** The files of the notes that the caller can see. */
public interface Attachments {

  /** In the order in which they were added. */
  List<Attachment> of(NoteId note);

  byte[] bytes(NoteId note, UUID id);

  /** Adds a file; the note's version moves on, since it says more than before. */
  void add(Attachment attachment, Note note, byte[] bytes);

  /** Takes a file from a draft. */
  void remove(Note note, UUID id);
}
