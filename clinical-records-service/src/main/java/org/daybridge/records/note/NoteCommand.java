package org.daybridge.records.note;

import java.time.Instant;
import java.util.Set;
import org.daybridge.contract.scheduling.StaffId;
import org.daybridge.records.signing.Credentials;

/** What people ask of one note. */
public sealed interface NoteCommand {

  StaffId by();

  /** Saves a text that was typed over version {@code basedOn}; never refused for being behind. */
  record SaveDraft(StaffId by, int basedOn, Set<Integer> merges, NoteContent content, Instant at)
      implements NoteCommand {}

  record Discard(StaffId by, Instant at) implements NoteCommand {}

  /** Signs exactly the version that the signer has in front of them. */
  record Sign(StaffId by, int version, SigningFacts facts) implements NoteCommand {}

  record Countersign(StaffId by, Credentials credentials, SigningFacts facts)
      implements NoteCommand {}

  record Amend(StaffId by, Credentials credentials, String text, SigningFacts facts)
      implements NoteCommand {}

  record AskRetraction(StaffId by, Retraction.Reason reason, String because, Instant at)
      implements NoteCommand {}

  record ConfirmRetraction(StaffId by, Instant at) implements NoteCommand {}

  record DeclineRetraction(StaffId by, Instant at) implements NoteCommand {}
}
