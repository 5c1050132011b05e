package org.daybridge.records.groupnote;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.daybridge.contract.intake.PatientId;
import org.daybridge.contract.scheduling.SessionId;
import org.daybridge.contract.scheduling.StaffId;
import org.daybridge.kit.decision.Decision;
import org.daybridge.kit.decision.Decision.Applied;
import org.daybridge.kit.decision.Decision.Refused;
import org.daybridge.records.groupnote.GroupNote.Present;
import org.daybridge.records.groupnote.GroupNoteCommand.Close;
import org.daybridge.records.groupnote.GroupNoteCommand.Narrate;
import org.daybridge.records.groupnote.GroupNoteCommand.WriteSection;
import org.daybridge.records.groupnote.IndividualSection.Participation;
import org.daybridge.records.groupnote.IndividualSection.Response;
import org.junit.jupiter.api.Test;

class GroupNoteTest {

  private static final StaffId LEADER = new StaffId(new UUID(1, 1));
  private static final StaffId OTHER = new StaffId(new UUID(1, 2));
  private static final PatientId ANN = new PatientId(new UUID(2, 1));
  private static final PatientId BEN = new PatientId(new UUID(2, 2));
  private static final PatientId ABSENT = new PatientId(new UUID(2, 3));
  private static final Instant AT = Instant.parse("2026-03-02T16:00:00Z");
  private static final GateLimits LIMITS = new GateLimits(0.85, 40, 3, List.of());
  private static final Present BOTH = new Present(Set.of(ANN, BEN), Map.of());

  private final GroupNote open =
      next(
          GroupNote.open(new GroupNoteId(new UUID(3, 1)), new SessionId(new UUID(4, 1)), LEADER)
              .decide(new Narrate(LEADER, "we practiced grounding"), BOTH));

  @Test
  void closesWithOneSectionPerPresentPatient() {
    var note = with(with(open, ANN, "told of a hard week"), BEN, "listened and asked back");
    assertThat(close(note, Optional.empty())).isInstanceOf(Applied.class);
  }

  @Test
  void refusesToCloseWhileAPresentPatientHasNoSection() {
    assertThat(rule(close(with(open, ANN, "told of a hard week"), Optional.empty())))
        .isEqualTo("group-note-is-complete");
  }

  @Test
  void refusesASectionForSomebodyWhoWasAbsent() {
    assertThat(rule(open.decide(new WriteSection(LEADER, section(ABSENT, "x")), BOTH)))
        .isEqualTo("group-section-of-present-patient");
  }

  @Test
  void refusesToCloseWithoutANarrative() {
    var blank = next(open.decide(new Narrate(LEADER, " "), BOTH));
    assertThat(rule(close(blank, Optional.empty()))).isEqualTo("group-note-has-narrative");
  }

  @Test
  void onlyItsLeaderWritesIt() {
    assertThat(rule(open.decide(new Narrate(OTHER, "x"), BOTH)))
        .isEqualTo("group-note-belongs-to-leader");
  }

  @Test
  void refusesClonedSectionsUnlessSomebodyAnswersForThem() {
    var text = words(45);
    var cloned = with(with(open, ANN, text), BEN, text);
    var refused = (Refused<GroupNote, Void>) close(cloned, Optional.empty());
    assertThat(refused.rule()).isEqualTo("group-sections-are-individual");
    assertThat(refused.because()).contains("1.00").contains("0-" + text.length());
    var why = new LikenessOverride(LEADER, "both did the same written exercise", AT);
    var closed = next(close(cloned, Optional.of(why)));
    assertThat(((GroupNote.State.Closed) closed.state()).override()).contains(why);
  }

  @Test
  void refusesToCopyThePatientsOwnEarlierNote() {
    var text = words(45);
    var present = new Present(Set.of(ANN), Map.of(ANN, List.of(text)));
    var note = with(open, ANN, text);
    assertThat(rule(note.decide(new Close(LEADER, LIMITS, Optional.empty(), AT), present)))
        .isEqualTo("group-sections-are-individual");
  }

  @Test
  void aClosedGroupNoteNeverChanges() {
    var note = with(with(open, ANN, "told of a hard week"), BEN, "listened");
    var closed = next(close(note, Optional.empty()));
    assertThat(rule(closed.decide(new Narrate(LEADER, "x"), BOTH))).isEqualTo("group-note-is-open");
  }

  private static String words(int count) {
    var text = new StringBuilder();
    for (int i = 0; i < count; i++) text.append("word").append(i).append(' ');
    return text.toString().strip();
  }

  private static GroupNote with(GroupNote note, PatientId patient, String text) {
    return next(note.decide(new WriteSection(LEADER, section(patient, text)), BOTH));
  }

  private static IndividualSection section(PatientId patient, String text) {
    return new IndividualSection(patient, Participation.ACTIVE, Response.PROGRESS, text, List.of());
  }

  private static Decision<GroupNote, Void> close(
      GroupNote note, Optional<LikenessOverride> override) {
    return note.decide(new Close(LEADER, LIMITS, override, AT), BOTH);
  }

  private static GroupNote next(Decision<GroupNote, Void> decision) {
    return ((Applied<GroupNote, Void>) decision).next();
  }

  private static String rule(Decision<GroupNote, Void> decision) {
    return ((Refused<GroupNote, Void>) decision).rule();
  }
}
