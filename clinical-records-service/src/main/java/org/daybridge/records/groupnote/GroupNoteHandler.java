package org.daybridge.records.groupnote;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.IntConsumer;
import org.daybridge.contract.intake.PatientId;
import org.daybridge.contract.records.NoteId;
import org.daybridge.contract.scheduling.SessionId;
import org.daybridge.contract.scheduling.StaffId;
import org.daybridge.kit.decision.Ids;
import org.daybridge.kit.decision.RuleRefused;
import org.daybridge.kit.rulepack.RulePacks;
import org.daybridge.records.attendance.Attendances;
import org.daybridge.records.groupnote.GroupNote.Present;
import org.daybridge.records.note.NoteContent;
import org.daybridge.records.note.NoteContent.Section;
import org.daybridge.records.note.NoteFormat;
import org.daybridge.records.note.NoteHandler;
import org.daybridge.records.note.NoteHandler.Beginning;
import org.daybridge.records.note.NoteKind;
import org.daybridge.records.signing.Versioned;

/** One command to one group note. Closing it signs one note into each patient's chart, or none. */
@ApplicationScoped
public class GroupNoteHandler {

  private final GroupNotes groups;
  private final Attendances attendances;
  private final NoteHandler notes;
  private final RulePacks packs;
  private final Clock clock;

  GroupNoteHandler(
      GroupNotes groups, Attendances attendances, NoteHandler notes, RulePacks packs, Clock clock) {
    this.groups = groups;
    this.attendances = attendances;
    this.notes = notes;
    this.packs = packs;
    this.clock = clock;
  }

  @Transactional
  public Versioned<GroupNote> open(GroupNoteId id, SessionId session, StaffId leader) {
    if (!attendances.ledBy(session, leader)) {
      throw RuleRefused.rule(
          "group-note-belongs-to-leader", "session " + session + " was led by somebody else");
    }
    return groups.add(GroupNote.open(id, session, leader));
  }

  @Transactional
  public Versioned<GroupNote> handle(
      GroupNoteId id, IntConsumer precondition, GroupNoteCommand command) {
    var kept = groups.require(id);
    precondition.accept(kept.version());
    var next = kept.value().decide(command, present(kept.value())).orRefuse().next();
    return groups.save(next, kept.version());
  }

  /** The closed group note, and the note that each patient's chart got. */
  public record Closure(Versioned<GroupNote> group, Map<PatientId, NoteId> notes) {}

  @Transactional
  public Closure close(
      GroupNoteId id,
      IntConsumer precondition,
      StaffId by,
      String role,
      Optional<String> overrideReason) {
    var now = clock.instant();
    var override = overrideReason.map(reason -> new LikenessOverride(by, reason, now));
    var closed =
        handle(id, precondition, new GroupNoteCommand.Close(by, limits(now), override, now));
    var charted = new TreeMap<PatientId, NoteId>(Comparator.comparing(PatientId::value));
    var sections = new ArrayList<>(closed.value().sections().values());
    sections.sort(Comparator.comparing(section -> section.patient().value()));
    for (var section : sections) {
      charted.put(section.patient(), chart(closed.value(), section, by, role));
    }
    return new Closure(closed, charted);
  }

  /** Sections that are too alike, so that a screen can mark them before anybody closes. */
  @Transactional
  public List<Clone> clones(GroupNoteId id) {
    var note = groups.require(id).value();
    return new IndividualizationGate(limits(clock.instant()))
        .clones(note.sections().values(), groups.earlierTexts(note.sections().keySet()));
  }

  private NoteId chart(GroupNote group, IndividualSection section, StaffId by, String role) {
    var minutes = attendances.find(section.patient(), group.session()).orElseThrow().minutes();
    var content =
        new NoteContent(
            List.of(
                new Section("narrative", group.narrative()),
                new Section("individual", section.text())),
            minutes,
            section.goals(),
            List.of(),
            Map.of(
                "participation", section.participation().name(),
                "response", section.response().name()));
    var note = new NoteId(Ids.next());
    notes.chart(
        new Beginning(
            note,
            section.patient(),
            NoteKind.GROUP,
            NoteFormat.GROUP,
            Optional.of(group.session()),
            Optional.empty(),
            content),
        by,
        role);
    return note;
  }

  private Present present(GroupNote note) {
    var patients = attendances.present(note.session());
    return new Present(patients, groups.earlierTexts(patients));
  }

  private GateLimits limits(Instant now) {
    var pack = packs.on(LocalDate.ofInstant(now, ZoneOffset.UTC));
    return new GateLimits(
        pack.number("group-similarity-percent") / 100.0,
        pack.number("group-similarity-words"),
        pack.number("group-similarity-shingle"),
        List.of());
  }
}
