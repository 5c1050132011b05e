package org.daybridge.records.note;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.daybridge.records.plan.GoalId;

/**
 * What a note says: its sections in the format's order, the minutes it documents, the goals worked
 * on, the interventions used, and coded answers such as the level of participation.
 */
public record NoteContent(
    List<Section> sections,
    int minutes,
    List<GoalId> goals,
    List<String> interventions,
    Map<String, String> coded) {

  public record Section(String code, String text) {
    @Override
    public String toString() {
      return code + "(" + text.length() + " characters)";
    }
  }

  public NoteContent {
    sections = List.copyOf(sections);
    goals = List.copyOf(goals);
    interventions = List.copyOf(interventions);
    coded = Map.copyOf(coded);
  }

  public Optional<String> text(String section) {
    return sections.stream()
        .filter(each -> each.code().equals(section))
        .map(Section::text)
        .findFirst();
  }

  /** The format's sections that are absent or blank. */
  public List<String> missing(NoteFormat format) {
    return format.sections().stream()
        .filter(code -> text(code).map(String::isBlank).orElse(true))
        .toList();
  }

  public Map<String, ?> canonical() {
    return Map.of(
        "sections",
            sections.stream()
                .map(section -> Map.of("code", section.code(), "text", section.text()))
                .toList(),
        "minutes", minutes,
        "goals", goals.stream().map(GoalId::value).toList(),
        "interventions", interventions,
        "coded", coded);
  }

  /** Sizes only: what a patient said stays in the record. */
  @Override
  public String toString() {
    return "NoteContent[" + sections + ", minutes=" + minutes + ", goals=" + goals.size() + "]";
  }
}
