package org.daybridge.records.note.rest;

import java.util.UUID;
import org.daybridge.kit.decision.RuleRefused;
import org.daybridge.records.note.Note;

/** The canonical form, its hash, and whether they still agree. */
record SignedTextView(UUID noteId, String canonical, String contentHash, boolean verifies) {

  static SignedTextView of(Note note) {
    if (!(note.state() instanceof Note.Signed signed)) {
      throw RuleRefused.state("note-is-signed", "it is still a draft");
    }
    var text = signed.text();
    return new SignedTextView(
        note.id().value(), text.canonical(), text.hash().value(), text.verifies());
  }

  @Override
  public String toString() {
    return "SignedTextView[" + contentHash + "]";
  }
}
