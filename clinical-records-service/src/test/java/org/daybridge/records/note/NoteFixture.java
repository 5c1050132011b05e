package org.daybridge.records.note;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.daybridge.contract.intake.EpisodeId;
import org.daybridge.contract.intake.PatientId;
import org.daybridge.contract.records.NoteId;
import org.daybridge.contract.records.PlanId;
import org.daybridge.contract.records.RecordsEvent;
import org.daybridge.contract.scheduling.SessionId;
import org.daybridge.contract.scheduling.StaffId;
import org.daybridge.kit.decision.Decision;
import org.daybridge.kit.decision.Decision.Applied;
import org.daybridge.records.note.NoteCommand.SaveDraft;
import org.daybridge.records.note.NoteCommand.Sign;
import org.daybridge.records.note.NoteContent.Section;
import org.daybridge.records.plan.GoalId;
import org.daybridge.records.plan.InterimPlanId;
import org.daybridge.records.signing.Credentials;
import org.daybridge.records.signing.Credentials.License;

/** One therapist, one patient, one hour of therapy on a Monday morning. */
final class NoteFixture {

  static final Instant NINE = Instant.parse("2026-03-02T14:00:00Z");
  static final Instant TEN = NINE.plus(Duration.ofHours(1));
  static final StaffId THERAPIST = new StaffId(new UUID(1, 1));
  static final StaffId SUPERVISOR = new StaffId(new UUID(1, 2));
  static final StaffId RECORDS_OFFICER = new StaffId(new UUID(1, 3));
  static final GoalId GOAL = new GoalId(new UUID(3, 1));
  static final PlanId PLAN = new PlanId(new UUID(4, 1));
  static final InterimPlanId INTERIM = new InterimPlanId(new UUID(5, 1));
  static final NoteLimits LIMITS = new NoteLimits(Duration.ofHours(72), "test");
  static final Credentials LICENSED =
      new Credentials(
          "therapist", List.of(new License("LCSW", "NY", LocalDate.parse("2027-01-31"))));
  static final Credentials TRAINEE = new Credentials("therapist", List.of());

  private NoteFixture() {}

  static Note draft(NoteContent content) {
    return next(
        Note.begin(
            new NoteId(new UUID(2, 1)),
            new Subject(new PatientId(new UUID(6, 1)), new EpisodeId(new UUID(7, 1)), 0),
            NoteKind.PROGRESS,
            NoteFormat.DAP,
            new Occasion.Session(new SessionId(new UUID(8, 1)), NINE, TEN),
            THERAPIST,
            content,
            TEN));
  }

  static NoteContent saying(String words, int minutes, GoalId... goals) {
    return new NoteContent(
        List.of(
            new Section("data", words),
            new Section("assessment", "calmer than last week"),
            new Section("plan", "go on")),
        minutes,
        List.of(goals),
        List.of("CBT"),
        Map.of());
  }

  static SigningFacts facts(Instant now, int attended) {
    return facts(now, Optional.of(attended), new PlanStanding.Active(PLAN, Set.of(GOAL)), LICENSED);
  }

  static SigningFacts facts(
      Instant now, Optional<Integer> attended, PlanStanding plan, Credentials credentials) {
    return new SigningFacts(
        attended.map(minutes -> new SigningFacts.Attendance(NINE, TEN, minutes)),
        plan,
        List.of(),
        credentials,
        LIMITS,
        now,
        now.atZone(ZoneOffset.UTC).toLocalDate());
  }

  static Note signed() {
    return next(
        draft(saying("slept better", 60, GOAL))
            .decide(new Sign(THERAPIST, 1, facts(TEN.plusSeconds(600), 60))));
  }

  static SaveDraft save(int basedOn, String words, Integer... merges) {
    return new SaveDraft(
        THERAPIST, basedOn, Set.of(merges), saying(words, 60, GOAL), TEN.plusSeconds(60));
  }

  static Note next(Decision<Note, RecordsEvent> decision) {
    return ((Applied<Note, RecordsEvent>) decision).next();
  }
}
