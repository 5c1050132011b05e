package org.daybridge.records.note;

import static org.assertj.core.api.Assertions.assertThat;
import static org.daybridge.records.note.NoteFixture.*;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.daybridge.contract.records.RecordsEvent;
import org.daybridge.contract.records.RecordsEvent.ProgressNoteRetracted;
import org.daybridge.contract.records.RecordsEvent.ProgressNoteSigned;
import org.daybridge.kit.decision.Decision;
import org.daybridge.kit.decision.Decision.Applied;
import org.daybridge.kit.decision.Decision.Kind;
import org.daybridge.kit.decision.Decision.Refused;
import org.daybridge.records.note.NoteCommand.Amend;
import org.daybridge.records.note.NoteCommand.AskRetraction;
import org.daybridge.records.note.NoteCommand.ConfirmRetraction;
import org.daybridge.records.note.NoteCommand.Countersign;
import org.daybridge.records.note.NoteCommand.Discard;
import org.daybridge.records.note.NoteCommand.Sign;
import org.daybridge.records.note.Retraction.Reason;
import org.daybridge.records.plan.GoalId;
import org.daybridge.records.signing.Credentials;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NoteTest {

  @Test
  void signingFreezesTheTextAndTellsItsHashAndMinutes() {
    var decision =
        draft(saying("slept better", 60, GOAL))
            .decide(new Sign(THERAPIST, 1, facts(TEN.plusSeconds(600), 60)));
    var signed = (Note.Signed) next(decision).state();
    assertThat(signed.text().verifies()).isTrue();
    assertThat(signed.text().signature().credentials()).containsExactly("LCSW-NY");
    assertThat(((Applied<Note, RecordsEvent>) decision).events())
        .singleElement()
        .isInstanceOfSatisfying(
            ProgressNoteSigned.class,
            event -> {
              assertThat(event.minutes()).isEqualTo(60);
              assertThat(event.contentHash()).isEqualTo(signed.text().hash().value());
            });
  }

  @ParameterizedTest
  @CsvSource({"0,false", "1,true", "60,true", "61,false"})
  void documentedMinutesAreAtLeastOneAndAtMostTheAttendedOnes(int minutes, boolean signs) {
    var decision =
        draft(saying("slept better", minutes, GOAL)).decide(new Sign(THERAPIST, 1, facts(TEN, 60)));
    assertThat(decision instanceof Applied<Note, RecordsEvent>).isEqualTo(signs);
    if (!signs) assertThat(rule(decision)).isEqualTo("note-minutes-agree");
  }

  @Test
  void refusesASessionNoteWithoutAttendance() {
    var facts = facts(TEN, Optional.empty(), new PlanStanding.Active(PLAN, Set.of(GOAL)), LICENSED);
    assertThat(rule(draft(saying("x", 60, GOAL)).decide(new Sign(THERAPIST, 1, facts))))
        .isEqualTo("note-needs-attended-session");
  }

  @Test
  void whileAPlanIsActiveANoteLinksOneOfItsGoals() {
    var none = draft(saying("x", 60)).decide(new Sign(THERAPIST, 1, facts(TEN, 60)));
    var foreign =
        draft(saying("x", 60, new GoalId(new UUID(3, 9))))
            .decide(new Sign(THERAPIST, 1, facts(TEN, 60)));
    assertThat(List.of(rule(none), rule(foreign))).containsOnly("note-links-a-goal");
  }

  @Test
  void beforeAPlanIsActiveANoteNamesTheInterimPlan() {
    var facts = facts(TEN, Optional.of(60), new PlanStanding.Interim(INTERIM, Set.of()), LICENSED);
    var note = next(draft(saying("x", 60)).decide(new Sign(THERAPIST, 1, facts)));
    assertThat(((Note.Signed) note.state()).text().interimPlan()).contains(INTERIM);
  }

  @Test
  void refusesABlankRequiredSection() {
    assertThat(rule(draft(saying(" ", 60, GOAL)).decide(new Sign(THERAPIST, 1, facts(TEN, 60)))))
        .isEqualTo("note-has-required-sections");
  }

  @Test
  void onlyTheAuthorSignsOrEdits() {
    var draft = draft(saying("x", 60, GOAL));
    assertThat(rule(draft.decide(new Sign(SUPERVISOR, 1, facts(TEN, 60)))))
        .isEqualTo("note-signed-by-its-author");
    assertThat(rule(draft.decide(new Discard(SUPERVISOR, TEN))))
        .isEqualTo("draft-belongs-to-author");
  }

  @Test
  void twoWindowsNeverOverwriteEachOtherAndMergeBeforeSigning() {
    var first = next(draft(saying("one", 60, GOAL)).decide(save(1, "window a")));
    var both = next(first.decide(save(1, "window b")));
    assertThat(((Note.Draft) both.state()).heads()).hasSize(2);
    assertThat(rule(both.decide(new Sign(THERAPIST, 3, facts(TEN, 60)))))
        .isEqualTo("draft-has-parallel-text");
    var merged = next(both.decide(save(2, "a and b", 3)));
    assertThat(merged.decide(new Sign(THERAPIST, 4, facts(TEN, 60)))).isInstanceOf(Applied.class);
  }

  @Test
  void refusesToSignATextThatChangedSinceItWasShown() {
    var changed = next(draft(saying("one", 60, GOAL)).decide(save(1, "two")));
    var decision = changed.decide(new Sign(THERAPIST, 1, facts(TEN, 60)));
    assertThat(rule(decision)).isEqualTo("signer-saw-this-text");
    assertThat(((Refused<Note, RecordsEvent>) decision).kind()).isEqualTo(Kind.STATE);
  }

  @ParameterizedTest
  @CsvSource({"72,false", "73,true"})
  void aSignatureAfterThreeDaysIsALateEntry(int hours, boolean late) {
    var signed =
        next(
            draft(saying("x", 60, GOAL))
                .decide(new Sign(THERAPIST, 1, facts(TEN.plus(Duration.ofHours(hours)), 60))));
    assertThat(((Note.Signed) signed.state()).text().lateEntry()).isEqualTo(late);
  }

  @Test
  void aSignedNoteNeverChanges() {
    assertThat(rule(signed().decide(save(1, "other")))).isEqualTo("note-signed");
    assertThat(rule(signed().decide(new Discard(THERAPIST, TEN)))).isEqualTo("note-signed");
    assertThat(rule(signed().decide(new Sign(THERAPIST, 1, facts(TEN, 60)))))
        .isEqualTo("note-signed");
  }

  @Test
  void addendaFollowInOrderWithTheirOwnAuthorAndHash() {
    var one = next(signed().decide(amend("first")));
    var two = next(one.decide(amend("second")));
    var addenda = ((Note.Signed) two.state()).addenda();
    assertThat(addenda).extracting(Addendum::number).containsExactly(1, 2);
    assertThat(addenda.getFirst().hash()).isNotEqualTo(addenda.getLast().hash());
  }

  @Test
  void refusesAnAddendumThatSaysNothingOrStandsOnADraft() {
    assertThat(rule(signed().decide(amend(" ")))).isEqualTo("addendum-says-something");
    assertThat(rule(draft(saying("x", 60, GOAL)).decide(amend("x")))).isEqualTo("note-is-signed");
  }

  @Test
  void retractionNeedsASecondPersonAndKeepsTheBytes() {
    var asked =
        next(signed().decide(new AskRetraction(THERAPIST, Reason.WRONG_PATIENT, "mix-up", TEN)));
    assertThat(rule(asked.decide(new ConfirmRetraction(THERAPIST, TEN))))
        .isEqualTo("retraction-needs-two-people");
    var decision = asked.decide(new ConfirmRetraction(RECORDS_OFFICER, TEN));
    assertThat(((Applied<Note, RecordsEvent>) decision).events())
        .singleElement()
        .isInstanceOf(ProgressNoteRetracted.class);
    var kept = ((Note.Retracted) next(decision).state()).was();
    assertThat(kept.text()).isEqualTo(((Note.Signed) signed().state()).text());
    assertThat(rule(next(decision).decide(amend("x")))).isEqualTo("note-is-open");
  }

  @Test
  void anUnlicensedAuthorsNoteWaitsForALicensedSupervisorWhoIsSomebodyElse() {
    var facts = facts(TEN, Optional.of(60), new PlanStanding.Active(PLAN, Set.of(GOAL)), TRAINEE);
    var note = next(draft(saying("x", 60, GOAL)).decide(new Sign(THERAPIST, 1, facts)));
    assertThat(((Note.Signed) note.state()).awaitsCountersignature()).isTrue();
    assertThat(rule(note.decide(countersign(note, THERAPIST.equals(note.author()), LICENSED))))
        .isEqualTo("no-self-countersign");
    assertThat(rule(note.decide(countersign(note, false, TRAINEE))))
        .isEqualTo("countersigner-is-licensed");
    var done = next(note.decide(countersign(note, false, LICENSED)));
    assertThat(((Note.Signed) done.state()).awaitsCountersignature()).isFalse();
    assertThat(rule(signed().decide(countersign(signed(), false, LICENSED))))
        .isEqualTo("countersignature-awaited");
  }

  private static Countersign countersign(Note note, boolean self, Credentials credentials) {
    return new Countersign(self ? note.author() : SUPERVISOR, credentials, facts(TEN, 60));
  }

  private static Amend amend(String text) {
    return new Amend(THERAPIST, LICENSED, text, facts(TEN.plusSeconds(7200), 60));
  }

  private static String rule(Decision<Note, RecordsEvent> decision) {
    return ((Refused<Note, RecordsEvent>) decision).rule();
  }
}
