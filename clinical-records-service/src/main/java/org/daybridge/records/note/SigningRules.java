package org.daybridge.records.note;

import static org.daybridge.kit.decision.Decision.refused;
import static org.daybridge.kit.decision.Decision.refusedState;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.daybridge.contract.records.RecordsEvent;
import org.daybridge.kit.decision.Decision;
import org.daybridge.records.note.NoteCommand.Sign;
import org.daybridge.records.note.PlanStanding.Active;

/**
 * What must be true before a draft becomes a signed note. The first broken rule answers; each is
 * one method whose first line says it in words.
 */
final class SigningRules {

  private final Note note;
  private final Note.Draft draft;
  private final Sign sign;

  SigningRules(Note note, Note.Draft draft, Sign sign) {
    this.note = note;
    this.draft = draft;
    this.sign = sign;
  }

  Optional<Decision<Note, RecordsEvent>> firstBroken() {
    List<Supplier<Optional<Decision<Note, RecordsEvent>>>> rules =
        List.of(
            this::signedByItsAuthor,
            this::noParallelText,
            this::signerSawThisText,
            this::timeIsNotInTheFuture,
            this::requiredSectionsAreFilled,
            this::sessionWasAttended,
            this::minutesAgreeWithAttendance,
            this::namesThePlan);
    return rules.stream().map(Supplier::get).flatMap(Optional::stream).findFirst();
  }

  /** Nobody signs for somebody else. */
  private Optional<Decision<Note, RecordsEvent>> signedByItsAuthor() {
    return broken(
        !sign.by().equals(note.author()),
        refused("note-signed-by-its-author", "only " + note.author() + " can sign this note"));
  }

  /** A text that another window saved meanwhile is merged first; nothing typed gets lost. */
  private Optional<Decision<Note, RecordsEvent>> noParallelText() {
    var heads = draft.heads();
    return broken(
        heads.size() > 1,
        refusedState(
            "draft-has-parallel-text",
            "versions "
                + heads.stream().map(DraftVersion::number).toList()
                + " stand side by side; save one that merges them"));
  }

  /** The signer signs the version they saw, not one that arrived since (CLR property). */
  private Optional<Decision<Note, RecordsEvent>> signerSawThisText() {
    var head = draft.heads().getFirst().number();
    return broken(
        head != sign.version(),
        refusedState(
            "signer-saw-this-text",
            "version " + sign.version() + " was shown, version " + head + " is the latest"));
  }

  /** Care that has not happened yet can't be documented. */
  private Optional<Decision<Note, RecordsEvent>> timeIsNotInTheFuture() {
    return broken(
        note.occasion().startedAt().isAfter(sign.facts().now()),
        refused(
            "note-not-before-its-session",
            "the care starts at " + note.occasion().startedAt() + ", which is still to come"));
  }

  /** Every section of the chosen format says something. */
  private Optional<Decision<Note, RecordsEvent>> requiredSectionsAreFilled() {
    var missing = text().missing(note.format());
    return broken(
        !missing.isEmpty(),
        refused("note-has-required-sections", note.format() + " also needs " + missing));
  }

  /** A session note stands on a session that this patient attended (D.3-20). */
  private Optional<Decision<Note, RecordsEvent>> sessionWasAttended() {
    return broken(
        note.kind().ofSession() && sign.facts().attendance().isEmpty(),
        refused("note-needs-attended-session", "scheduling knows of no attendance at it"));
  }

  /** Documented minutes are at least one and never exceed the attended ones (D.6-4). */
  private Optional<Decision<Note, RecordsEvent>> minutesAgreeWithAttendance() {
    return sign.facts()
        .attendance()
        .filter(_ -> note.kind().ofSession())
        .flatMap(
            attended ->
                broken(
                    text().minutes() < 1 || text().minutes() > attended.minutes(),
                    refused(
                        "note-minutes-agree",
                        text().minutes()
                            + " minutes are documented, "
                            + attended.minutes()
                            + " were attended")));
  }

  /** While a plan is active a session note names its goals; before, the interim plan of care. */
  private Optional<Decision<Note, RecordsEvent>> namesThePlan() {
    if (!note.kind().ofSession()) return Optional.empty();
    return switch (sign.facts().plan()) {
      case Active active when text().goals().isEmpty() ->
          broken(
              true,
              refused(
                  "note-links-a-goal", "plan " + active.plan() + " is active: name a goal of it"));
      case Active active ->
          broken(
              !active.goals().containsAll(new HashSet<>(text().goals())),
              refused(
                  "note-links-a-goal", "a named goal is not one of plan " + active.plan() + "'s"));
      case PlanStanding.Interim interim ->
          broken(
              !interim.goalsSince().containsAll(new HashSet<>(text().goals())),
              refused("note-links-a-goal", "a named goal is not one of the patient's plan"));
      case PlanStanding.None _ -> Optional.empty();
    };
  }

  private NoteContent text() {
    return draft.heads().getFirst().content();
  }

  private static Optional<Decision<Note, RecordsEvent>> broken(
      boolean is, Decision<Note, RecordsEvent> refusal) {
    return is ? Optional.of(refusal) : Optional.empty();
  }
}
