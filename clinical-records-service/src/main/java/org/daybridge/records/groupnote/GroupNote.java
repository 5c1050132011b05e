package org.daybridge.records.groupnote;

import static org.daybridge.kit.decision.Decision.refused;
import static org.daybridge.kit.decision.Decision.refusedState;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.daybridge.contract.intake.PatientId;
import org.daybridge.contract.scheduling.SessionId;
import org.daybridge.contract.scheduling.StaffId;
import org.daybridge.kit.decision.Decision;
import org.daybridge.kit.decision.Decision.Applied;

/**
 * The note of one group session. It is open while its leader writes the narrative and one section
 * per present patient; it closes only when every one of them is there, nobody absent is, and no
 * section is a copy of another. Closing is signing: the handler then writes the patients' notes.
 */
public record GroupNote(
    GroupNoteId id,
    SessionId session,
    StaffId leader,
    String narrative,
    Map<PatientId, IndividualSection> sections,
    State state) {

  public sealed interface State {
    record Open() implements State {}

    record Closed(Instant at, Optional<LikenessOverride> override) implements State {}
  }

  /** The roster scheduling attested: who was there, and what each wrote of them before. */
  public record Present(Set<PatientId> patients, Map<PatientId, List<String>> earlierTexts) {
    public Present {
      patients = Set.copyOf(patients);
      earlierTexts = Map.copyOf(earlierTexts);
    }
  }

  public GroupNote {
    sections = Map.copyOf(sections);
  }

  public static GroupNote open(GroupNoteId id, SessionId session, StaffId leader) {
    return new GroupNote(id, session, leader, "", Map.of(), new State.Open());
  }

  public Decision<GroupNote, Void> decide(GroupNoteCommand command, Present present) {
    if (state instanceof State.Closed) {
      return refusedState("group-note-is-open", "a closed group note never changes");
    }
    if (!command.by().equals(leader)) {
      return refused("group-note-belongs-to-leader", "only " + leader + " writes it");
    }
    return switch (command) {
      case GroupNoteCommand.Narrate(_, var text) -> applied(text, sections, state);
      case GroupNoteCommand.WriteSection(_, var section)
          when !present.patients().contains(section.patient()) ->
          refused("group-section-of-present-patient", section.patient() + " was not there");
      case GroupNoteCommand.WriteSection(_, var section) ->
          applied(narrative, replaced(section), state);
      case GroupNoteCommand.Close close -> close(close, present);
    };
  }

  private Decision<GroupNote, Void> close(GroupNoteCommand.Close close, Present present) {
    var missing = new HashSet<>(present.patients());
    missing.removeAll(sections.keySet());
    var absent = new HashSet<>(sections.keySet());
    absent.removeAll(present.patients());
    if (narrative.isBlank()) return refused("group-note-has-narrative", "the narrative is blank");
    if (!missing.isEmpty()) {
      return refused("group-note-is-complete", "sections are missing for " + sorted(missing));
    }
    if (!absent.isEmpty()) {
      return refused("group-section-of-present-patient", sorted(absent) + " were not there");
    }
    var blank =
        sections.values().stream()
            .filter(section -> section.text().isBlank())
            .map(IndividualSection::patient)
            .collect(Collectors.toSet());
    if (!blank.isEmpty()) {
      return refused("group-note-is-complete", "nothing is written about " + sorted(blank));
    }
    var clones =
        new IndividualizationGate(close.limits()).clones(sections.values(), present.earlierTexts());
    if (!clones.isEmpty() && close.override().isEmpty()) {
      return refused("group-sections-are-individual", describe(clones));
    }
    return applied(
        narrative,
        sections,
        new State.Closed(close.at(), clones.isEmpty() ? Optional.empty() : close.override()));
  }

  /** Ratio and character spans, so that a screen can mark what is shared. */
  private static String describe(List<Clone> clones) {
    return clones.stream()
        .map(
            clone ->
                clone.patient().value()
                    + (clone.earlierNote()
                        ? " and an earlier note"
                        : " and " + clone.other().value())
                    + String.format(Locale.ROOT, " share %.2f at ", clone.similarity())
                    + clone.spans().stream()
                        .map(span -> span.from() + "-" + span.to())
                        .collect(Collectors.joining(", ")))
        .collect(Collectors.joining("; "));
  }

  private static List<String> sorted(Set<PatientId> patients) {
    return patients.stream().map(each -> each.toString()).sorted().toList();
  }

  private Map<PatientId, IndividualSection> replaced(IndividualSection section) {
    var next = new TreeMap<PatientId, IndividualSection>(Comparator.comparing(PatientId::value));
    next.putAll(sections);
    next.put(section.patient(), section);
    return next;
  }

  private Decision<GroupNote, Void> applied(
      String text, Map<PatientId, IndividualSection> parts, State next) {
    return new Applied<>(new GroupNote(id, session, leader, text, parts, next), List.of());
  }

  @Override
  public String toString() {
    return "GroupNote[" + id.value() + ", sections=" + sections.size() + "]";
  }
}
