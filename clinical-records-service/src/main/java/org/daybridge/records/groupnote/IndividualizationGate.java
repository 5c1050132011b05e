package org.daybridge.records.groupnote;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.daybridge.contract.intake.PatientId;

/**
 * Finds sections that were copied from one patient to the next before anybody signs them: the
 * Jaccard similarity of their word shingles, judged from forty own words on. Shorter sections are
 * held to their coded fields instead. Cloned notes are what surveyors find most (TJC-2).
 */
public final class IndividualizationGate {

  private final GateLimits limits;

  public IndividualizationGate(GateLimits limits) {
    this.limits = limits;
  }

  private record Judged(PatientId patient, Words words, Set<List<String>> shingles) {}

  /** Sections against each other, and each against the same patient's earlier texts. */
  public List<Clone> clones(
      Collection<IndividualSection> sections, Map<PatientId, List<String>> earlier) {
    var judged =
        sections.stream()
            .map(section -> judged(section.patient(), section.text()))
            .flatMap(Optional::stream)
            .toList();
    var clones = new ArrayList<Clone>();
    for (int i = 0; i < judged.size(); i++) {
      for (int j = i + 1; j < judged.size(); j++) {
        compare(judged.get(i), judged.get(j), false).ifPresent(clones::add);
      }
      var one = judged.get(i);
      earlier.getOrDefault(one.patient(), List.of()).stream()
          .map(text -> judged(one.patient(), text))
          .flatMap(Optional::stream)
          .map(old -> compare(one, old, true))
          .flatMap(Optional::stream)
          .findFirst()
          .ifPresent(clones::add);
    }
    return clones;
  }

  private Optional<Judged> judged(PatientId patient, String text) {
    var words = Words.of(text, limits.template());
    return words.count() < limits.fromWords()
        ? Optional.empty()
        : Optional.of(new Judged(patient, words, words.shingles(limits.shingle())));
  }

  private Optional<Clone> compare(Judged one, Judged other, boolean earlierNote) {
    var similarity = jaccard(one.shingles(), other.shingles());
    return similarity < limits.similarity()
        ? Optional.empty()
        : Optional.of(
            new Clone(
                one.patient(),
                other.patient(),
                earlierNote,
                similarity,
                one.words().spansIn(other.shingles(), limits.shingle())));
  }

  static double jaccard(Set<List<String>> one, Set<List<String>> other) {
    if (one.isEmpty() && other.isEmpty()) return 0;
    var common = new HashSet<>(one);
    common.retainAll(other);
    return (double) common.size() / (one.size() + other.size() - common.size());
  }
}
