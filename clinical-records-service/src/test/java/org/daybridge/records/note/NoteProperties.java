package org.daybridge.records.note;

import static org.assertj.core.api.Assertions.assertThat;
import static org.daybridge.records.note.NoteFixture.*;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.daybridge.contract.records.RecordsEvent;
import org.daybridge.contract.scheduling.StaffId;
import org.daybridge.kit.decision.Decision.Applied;
import org.daybridge.records.note.NoteCommand.Amend;
import org.daybridge.records.note.NoteCommand.AskRetraction;
import org.daybridge.records.note.NoteCommand.ConfirmRetraction;
import org.daybridge.records.note.NoteCommand.Countersign;
import org.daybridge.records.note.NoteCommand.DeclineRetraction;
import org.daybridge.records.note.NoteCommand.Discard;
import org.daybridge.records.note.NoteCommand.SaveDraft;
import org.daybridge.records.note.NoteCommand.Sign;
import org.daybridge.records.note.Retraction.Reason;

/** What holds for every order in which people may ask things of one note. */
class NoteProperties {

  @Property(tries = 500)
  void aSignedHashNeverChangesAndAddendaOnlyGrow(@ForAll("commands") List<NoteCommand> commands) {
    var note = draft(saying("first", 60, GOAL));
    Optional<Note.Signed> seen = Optional.empty();
    for (var command : commands) {
      note = after(note, command);
      var now = signedPart(note);
      if (seen.isPresent()) {
        assertThat(now).isPresent();
        assertThat(now.get().text()).isEqualTo(seen.get().text());
        var before = seen.get().addenda();
        assertThat(now.get().addenda().subList(0, before.size())).isEqualTo(before);
      }
      now.ifPresent(signed -> assertThat(signed.text().verifies()).isTrue());
      seen = now;
    }
  }

  @Property(tries = 500)
  void noInterleavingOfEditAndSignSignsATextItsSignerDidNotSee(
      @ForAll("windows") List<Window> moves) {
    var note = draft(saying("text 1", 60, GOAL));
    int[] shown = {1, 1};
    for (var move : moves) {
      if (!(note.state() instanceof Note.Draft draft)) break;
      int shownNow = shown[move.window()];
      var text = draft.versions().get(shownNow - 1).content();
      switch (move.does()) {
        case LOOK -> shown[move.window()] = draft.latest().number();
        case TYPE -> {
          note = after(note, save(shownNow, "text " + (draft.latest().number() + 1)));
          shown[move.window()] = draft.latest().number() + 1;
        }
        case SIGN -> note = after(note, new Sign(THERAPIST, shownNow, facts(TEN, 60)));
      }
      if (note.state() instanceof Note.Signed signed) {
        assertThat(signed.text().content()).isEqualTo(text);
      }
    }
  }

  @Property
  void nothingTypedIsEverLost(@ForAll("windows") List<Window> moves) {
    var note = draft(saying("text 1", 60, GOAL));
    int typed = 1;
    for (var move : moves) {
      if (move.does() != Does.TYPE) continue;
      note = after(note, save(1 + move.window() * (typed - 1), "text " + ++typed));
    }
    assertThat(((Note.Draft) note.state()).versions()).hasSize(typed);
  }

  @Property
  void documentedMinutesNeverExceedAttendedOnes(
      @ForAll @IntRange(min = -10, max = 400) int documented,
      @ForAll @IntRange(min = 0, max = 400) int attended) {
    var note =
        after(draft(saying("x", documented, GOAL)), new Sign(THERAPIST, 1, facts(TEN, attended)));
    signedPart(note)
        .ifPresent(signed -> assertThat(signed.text().content().minutes()).isBetween(1, attended));
  }

  private static Optional<Note.Signed> signedPart(Note note) {
    return switch (note.state()) {
      case Note.Signed signed -> Optional.of(signed);
      case Note.Retracted(var was, _, _, _) -> Optional.of(was);
      case Note.Draft _, Note.Discarded _ -> Optional.empty();
    };
  }

  private static Note after(Note note, NoteCommand command) {
    return note.decide(command) instanceof Applied<Note, RecordsEvent>(var next, _) ? next : note;
  }

  enum Does {
    LOOK,
    TYPE,
    SIGN
  }

  record Window(int window, Does does) {}

  @Provide
  Arbitrary<List<Window>> windows() {
    return Combinators.combine(Arbitraries.of(0, 1), Arbitraries.of(Does.class))
        .as(Window::new)
        .list()
        .ofMaxSize(20);
  }

  @Provide
  Arbitrary<List<NoteCommand>> commands() {
    var times = Arbitraries.integers().between(0, 400_000).map(TEN::plusSeconds);
    var people = Arbitraries.of(THERAPIST, SUPERVISOR, RECORDS_OFFICER);
    var numbers = Arbitraries.integers().between(1, 4);
    Arbitrary<Function<Instant, NoteCommand>> kinds =
        Combinators.combine(people, numbers).flatAs(NoteProperties::ways);
    return Combinators.combine(kinds, times).as((kind, at) -> kind.apply(at)).list().ofMaxSize(25);
  }

  private static Arbitrary<Function<Instant, NoteCommand>> ways(StaffId by, int number) {
    return Arbitraries.<Function<Instant, NoteCommand>>of(
        List.of(
            at -> new SaveDraft(by, number, java.util.Set.of(), saying("v" + number, 50, GOAL), at),
            at -> new Discard(by, at),
            at -> new Sign(by, number, facts(at, 60)),
            at -> new Sign(THERAPIST, 1, facts(at, 60)),
            at -> new Countersign(by, LICENSED, facts(at, 60)),
            at -> new Amend(by, LICENSED, "addendum " + number, facts(at, 60)),
            at -> new AskRetraction(by, Reason.DUPLICATE, "twice", at),
            at -> new ConfirmRetraction(by, at),
            at -> new DeclineRetraction(by, at)));
  }
}
