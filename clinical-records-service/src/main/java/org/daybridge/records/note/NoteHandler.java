package org.daybridge.records.note;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntConsumer;
import org.daybridge.contract.intake.PatientId;
import org.daybridge.contract.records.NoteId;
import org.daybridge.contract.scheduling.SessionId;
import org.daybridge.contract.scheduling.StaffId;
import org.daybridge.kit.decision.NotVisible;
import org.daybridge.kit.decision.RuleRefused;
import org.daybridge.kit.outbox.Outbox;
import org.daybridge.kit.rulepack.RulePacks;
import org.daybridge.records.episode.Episode;
import org.daybridge.records.episode.Episodes;
import org.daybridge.records.signing.Credentials;
import org.daybridge.records.signing.Versioned;
import org.daybridge.records.staff.StaffRegister;

/** One command to one note: load, decide, keep, announce. */
@ApplicationScoped
public class NoteHandler {

  private final Notes notes;
  private final CareFacts care;
  private final Episodes episodes;
  private final StaffRegister staff;
  private final RulePacks packs;
  private final Outbox outbox;
  private final Clock clock;

  NoteHandler(
      Notes notes,
      CareFacts care,
      Episodes episodes,
      StaffRegister staff,
      RulePacks packs,
      Outbox outbox,
      Clock clock) {
    this.notes = notes;
    this.care = care;
    this.episodes = episodes;
    this.staff = staff;
    this.packs = packs;
    this.outbox = outbox;
    this.clock = clock;
  }

  /** What somebody begins to write about. */
  public record Beginning(
      NoteId id,
      PatientId patient,
      NoteKind kind,
      NoteFormat format,
      Optional<SessionId> session,
      Optional<Occasion.Contact> contact,
      NoteContent content) {}

  @Transactional
  public Versioned<Note> begin(Beginning beginning, StaffId author) {
    if (beginning.kind() == NoteKind.GROUP) {
      throw RuleRefused.rule(
          "group-notes-through-their-group", "write the group note of the session instead");
    }
    return start(beginning, author);
  }

  /** The part of a closed group note that belongs into one patient's chart, signed at once. */
  @Transactional
  public Versioned<Note> chart(Beginning beginning, StaffId author, String role) {
    var note = start(beginning, author).value();
    return sign(note.id(), _ -> {}, author, role, 1);
  }

  private Versioned<Note> start(Beginning beginning, StaffId author) {
    var occasion = occasion(beginning);
    var episode =
        episodes
            .at(beginning.patient(), occasion.startedAt())
            .orElseThrow(() -> new NotVisible("patient", beginning.patient().value()));
    var decision =
        Note.begin(
            beginning.id(),
            new Subject(beginning.patient(), episode.id(), episode.labels()),
            beginning.kind(),
            beginning.format(),
            occasion,
            author,
            beginning.content(),
            now());
    var note = decision.orRefuse().next();
    return notes.add(note);
  }

  private Occasion occasion(Beginning beginning) {
    if (beginning.session().isPresent()) {
      var session = beginning.session().get();
      var attendance =
          care.attendance(beginning.patient(), session)
              .orElseThrow(
                  () ->
                      RuleRefused.rule(
                          "note-needs-attended-session",
                          "scheduling knows of no attendance at session " + session));
      return new Occasion.Session(session, attendance.startedAt(), attendance.endedAt());
    }
    return beginning
        .contact()
        .orElseThrow(
            () ->
                RuleRefused.rule(
                    "note-kind-fits-occasion", "name the session or the contact's time"));
  }

  @Transactional
  public Versioned<Note> save(NoteId id, IntConsumer precondition, StaffId by, Saved saved) {
    return decide(
        id,
        precondition,
        note ->
            new NoteCommand.SaveDraft(
                by, base(note, saved), saved.merges(), saved.content(), now()));
  }

  /** A text as one window saved it; without a base it stands on the latest. */
  public record Saved(Optional<Integer> basedOn, Set<Integer> merges, NoteContent content) {}

  private static int base(Note note, Saved saved) {
    return saved
        .basedOn()
        .orElseGet(() -> note.state() instanceof Note.Draft draft ? draft.latest().number() : 0);
  }

  @Transactional
  public Versioned<Note> sign(
      NoteId id, IntConsumer precondition, StaffId by, String role, int version) {
    return decide(
        id, precondition, note -> new NoteCommand.Sign(by, version, facts(note, by, role)));
  }

  @Transactional
  public Versioned<Note> countersign(NoteId id, IntConsumer precondition, StaffId by, String role) {
    return decide(
        id,
        precondition,
        note -> new NoteCommand.Countersign(by, credentials(by, role), facts(note, by, role)));
  }

  @Transactional
  public Versioned<Note> amend(
      NoteId id, IntConsumer precondition, StaffId by, String role, String text) {
    return decide(
        id,
        precondition,
        note -> new NoteCommand.Amend(by, credentials(by, role), text, facts(note, by, role)));
  }

  /** Discarding, and the steps of a retraction, need nothing but the person and the time. */
  @Transactional
  public Versioned<Note> handle(NoteId id, IntConsumer precondition, Step step) {
    return decide(id, precondition, _ -> step.at(now()));
  }

  /** A command that waits for its time. */
  public interface Step {
    NoteCommand at(Instant now);
  }

  private interface Command {
    NoteCommand of(Note note);
  }

  private Versioned<Note> decide(NoteId id, IntConsumer precondition, Command command) {
    var kept = notes.require(id);
    precondition.accept(kept.version());
    var applied = kept.value().decide(command.of(kept.value())).orRefuse();
    var saved = notes.save(applied.next(), kept.version());
    applied.events().forEach(event -> outbox.append(event, applied.next().subject().labels()));
    return saved;
  }

  private SigningFacts facts(Note note, StaffId by, String role) {
    var subject = note.subject();
    var episode = episodes.find(subject.episode()).orElseThrow();
    var now = now();
    return new SigningFacts(
        note.occasion().session().flatMap(session -> care.attendance(subject.patient(), session)),
        care.standing(subject.episode(), note.occasion().startedAt()),
        care.attachments(note.id()),
        credentials(by, role),
        limits(episode, note.occasion().startedAt()),
        now,
        episode.day(now));
  }

  private Credentials credentials(StaffId by, String role) {
    return staff.credentials(by, role);
  }

  private NoteLimits limits(Episode episode, Instant care) {
    var pack = packs.on(episode.day(care));
    return new NoteLimits(Duration.ofHours(pack.number("note-sign-hours")), pack.version());
  }

  /** Microseconds: what the database keeps is what was hashed. */
  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
