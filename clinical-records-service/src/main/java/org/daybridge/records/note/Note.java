package org.daybridge.records.note;

import static org.daybridge.kit.decision.Decision.refused;
import static org.daybridge.kit.decision.Decision.refusedState;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.daybridge.contract.records.NoteId;
import org.daybridge.contract.records.RecordsEvent;
import org.daybridge.contract.records.RecordsEvent.ProgressNoteRetracted;
import org.daybridge.contract.scheduling.StaffId;
import org.daybridge.kit.decision.Decision;
import org.daybridge.kit.decision.Decision.Applied;
import org.daybridge.records.note.NoteCommand.Amend;
import org.daybridge.records.note.NoteCommand.AskRetraction;
import org.daybridge.records.note.NoteCommand.ConfirmRetraction;
import org.daybridge.records.note.NoteCommand.Countersign;
import org.daybridge.records.note.NoteCommand.DeclineRetraction;
import org.daybridge.records.note.NoteCommand.Discard;
import org.daybridge.records.note.NoteCommand.SaveDraft;
import org.daybridge.records.note.NoteCommand.Sign;
import org.daybridge.records.signing.ContentHash;
import org.daybridge.records.signing.Signature;

/**
 * One note about one patient. It is a draft whose versions pile up while its author types, in
 * however many windows. Signing freezes exactly the version the signer saw, with a hash; from then
 * on addenda may follow and nothing else changes. A note in the wrong chart is retracted by two
 * people: its bytes stay for the auditor, and it leaves every view.
 */
public record Note(
    NoteId id,
    Subject subject,
    NoteKind kind,
    NoteFormat format,
    Occasion occasion,
    StaffId author,
    State state) {

  public sealed interface State {}

  public record Draft(List<DraftVersion> versions) implements State {
    public Draft {
      versions = List.copyOf(versions);
    }

    /** The texts that no later version replaces: one, or several that wait to be merged. */
    public List<DraftVersion> heads() {
      return versions.stream()
          .filter(each -> versions.stream().noneMatch(later -> later.replaces(each)))
          .toList();
    }

    public DraftVersion latest() {
      return versions.getLast();
    }
  }

  public record Discarded(Instant at) implements State {}

  public record Signed(
      SignedText text,
      Optional<Signature> countersignature,
      List<Addendum> addenda,
      Optional<Retraction> asked)
      implements State {
    public Signed {
      addenda = List.copyOf(addenda);
    }

    public boolean awaitsCountersignature() {
      return text.needsCountersignature() && countersignature.isEmpty();
    }
  }

  /** Entered in error. What was signed is kept whole. */
  public record Retracted(Signed was, Retraction asked, StaffId confirmedBy, Instant at)
      implements State {}

  public static Decision<Note, RecordsEvent> begin(
      NoteId id,
      Subject subject,
      NoteKind kind,
      NoteFormat format,
      Occasion occasion,
      StaffId author,
      NoteContent content,
      Instant at) {
    if (kind.ofSession() != occasion instanceof Occasion.Session) {
      return refused(
          "note-kind-fits-occasion",
          kind + " notes are written about a " + (kind.ofSession() ? "session" : "contact"));
    }
    if (occasion.startedAt().isAfter(at)) {
      return refused(
          "note-not-before-its-session",
          "the care starts at " + occasion.startedAt() + ", which is still to come");
    }
    var first = new Draft(List.of(new DraftVersion(1, 0, Set.of(), content, at)));
    return new Applied<>(new Note(id, subject, kind, format, occasion, author, first), List.of());
  }

  public Decision<Note, RecordsEvent> decide(NoteCommand command) {
    return switch (state) {
      case Draft draft -> whileDraft(draft, command);
      case Discarded _ -> refusedState("note-is-open", "the draft was discarded");
      case Signed signed -> onceSigned(signed, command);
      case Retracted _ -> refusedState("note-is-open", "the note was retracted");
    };
  }

  private Decision<Note, RecordsEvent> whileDraft(Draft draft, NoteCommand command) {
    return switch (command) {
      case SaveDraft(var by, _, _, _, _) when !by.equals(author) ->
          refused("draft-belongs-to-author", "only " + author + " writes this draft");
      case SaveDraft save -> save(draft, save);
      case Discard(var by, _) when !by.equals(author) ->
          refused("draft-belongs-to-author", "only " + author + " discards this draft");
      case Discard(_, var at) -> become(new Discarded(at));
      case Sign sign ->
          new SigningRules(this, draft, sign)
              .firstBroken()
              .orElseGet(() -> new Signing(this, draft, sign).applied());
      case Countersign _, Amend _, AskRetraction _, ConfirmRetraction _, DeclineRetraction _ ->
          refusedState("note-is-signed", "it is still a draft; edit or discard it");
    };
  }

  private Decision<Note, RecordsEvent> save(Draft draft, SaveDraft save) {
    var known = draft.versions().stream().map(DraftVersion::number).toList();
    if (!known.contains(save.basedOn()) || !known.containsAll(save.merges())) {
      return refused("draft-version-exists", "versions up to " + known.getLast() + " exist");
    }
    var next = new ArrayList<>(draft.versions());
    next.add(
        new DraftVersion(
            known.getLast() + 1, save.basedOn(), save.merges(), save.content(), save.at()));
    return become(new Draft(next));
  }

  private Decision<Note, RecordsEvent> onceSigned(Signed signed, NoteCommand command) {
    return switch (command) {
      case SaveDraft _, Discard _, Sign _ ->
          refusedState("note-signed", "a signed note never changes; add an addendum");
      case Countersign countersign -> countersign(signed, countersign);
      case Amend(_, _, var text, _) when text.isBlank() ->
          refused("addendum-says-something", "the text is blank");
      case Amend amend -> amend(signed, amend);
      case AskRetraction _ when signed.asked().isPresent() ->
          refusedState("retraction-asked-once", "a retraction is already waiting");
      case AskRetraction(var by, var reason, var because, var at) ->
          become(with(signed, Optional.of(new Retraction(by, reason, because, at))));
      case ConfirmRetraction(var by, var at) -> confirm(signed, by, at);
      case DeclineRetraction _ when signed.asked().isEmpty() ->
          refusedState("retraction-was-asked", "nobody asked to retract this note");
      case DeclineRetraction _ -> become(with(signed, Optional.empty()));
    };
  }

  private Decision<Note, RecordsEvent> countersign(Signed signed, Countersign command) {
    if (command.by().equals(author)) {
      return refusedState("no-self-countersign", "the author can't countersign");
    }
    if (!signed.awaitsCountersignature()) {
      return refusedState("countersignature-awaited", "this note waits for none");
    }
    if (!command.credentials().licensedOn(command.facts().today())) {
      return refused("countersigner-is-licensed", "no license of the signer is valid today");
    }
    var countersignature =
        Signing.signature(
            command.by(), command.credentials(), command.facts(), signed.text().hash());
    return become(
        new Signed(signed.text(), Optional.of(countersignature), signed.addenda(), signed.asked()));
  }

  private Decision<Note, RecordsEvent> amend(Signed signed, Amend amend) {
    var number = signed.addenda().size() + 1;
    var credentials = amend.credentials().asOf(amend.facts().today());
    var canonical =
        Signing.addendum(this, number, amend.by(), credentials, amend.text(), amend.facts().now());
    var addenda = new ArrayList<>(signed.addenda());
    addenda.add(
        new Addendum(
            number,
            amend.by(),
            credentials,
            amend.facts().now(),
            amend.text(),
            ContentHash.of(canonical)));
    return become(new Signed(signed.text(), signed.countersignature(), addenda, signed.asked()));
  }

  private Decision<Note, RecordsEvent> confirm(Signed signed, StaffId by, Instant at) {
    if (signed.asked().isEmpty()) {
      return refusedState("retraction-was-asked", "nobody asked to retract this note");
    }
    var asked = signed.asked().get();
    if (asked.askedBy().equals(by)) {
      return refused("retraction-needs-two-people", "whoever asked can't also confirm");
    }
    return new Applied<>(
        as(new Retracted(signed, asked, by, at)),
        List.of(
            new ProgressNoteRetracted(id, subject.patient(), occasion.session().orElse(null), at)));
  }

  private static Signed with(Signed signed, Optional<Retraction> asked) {
    return new Signed(signed.text(), signed.countersignature(), signed.addenda(), asked);
  }

  private Decision<Note, RecordsEvent> become(State next) {
    return new Applied<>(as(next), List.of());
  }

  Note as(State next) {
    return new Note(id, subject, kind, format, occasion, author, next);
  }
}
