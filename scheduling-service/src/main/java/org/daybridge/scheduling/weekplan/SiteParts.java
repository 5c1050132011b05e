package org.daybridge.scheduling.weekplan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.daybridge.scheduling.weekplan.WeekProblem.Activity;
import org.daybridge.scheduling.weekplan.WeekProblem.Clinician;
import org.daybridge.scheduling.weekplan.WeekProblem.Patient;

/**
 * A week of several sites as one week for each, which together cost what the whole does. Sites that
 * share an appointment's people, a series, or a clinician who is pinned at both, stay together. Any
 * other clinician of several sites belongs to the one that needs the person most, until the whole
 * week is looked at again.
 */
final class SiteParts {
  private final WeekProblem problem;
  private final Map<String, String> joined = new HashMap<>();
  private final Map<String, List<Activity>> activities = new TreeMap<>();

  private SiteParts(WeekProblem problem) {
    this.problem = problem;
    problem.sites().forEach(one -> joined.put(one.id(), one.id()));
    Map<String, String> home =
        problem.patients().stream().collect(Collectors.toMap(Patient::id, Patient::site));
    Map<String, String> pinnedAt = new HashMap<>();
    Map<String, String> seriesAt = new HashMap<>();
    for (Activity one : problem.activities()) {
      one.roster().ifPresent(all -> all.forEach(who -> join(one.site(), home.get(who))));
      one.series()
          .map(series -> seriesAt.putIfAbsent(series, one.site()))
          .ifPresent(other -> join(one.site(), other));
      one.pinned()
          .ifPresent(
              pin ->
                  pin.clinicians()
                      .forEach(
                          who -> {
                            String other = pinnedAt.putIfAbsent(who, one.site());
                            join(one.site(), other == null ? one.site() : other);
                          }));
    }
    for (Activity one : problem.activities()) {
      activities.computeIfAbsent(part(one.site()), _ -> new ArrayList<>()).add(one);
    }
  }

  /** The parts that have sessions; the whole where there is one only. */
  static List<WeekProblem> of(WeekProblem problem) {
    SiteParts parts = new SiteParts(problem);
    return parts.activities.size() < 2 ? List.of(problem) : parts.each();
  }

  private String part(String site) {
    String at = site;
    while (!joined.get(at).equals(at)) {
      at = joined.get(at);
    }
    return at;
  }

  private void join(String one, String other) {
    joined.put(part(one), part(other));
  }

  private List<WeekProblem> each() {
    Map<String, String> placeOf = places();
    return activities.keySet().stream().map(part -> part(part, placeOf)).toList();
  }

  private WeekProblem part(String part, Map<String, String> placeOf) {
    Set<String> sites =
        problem.sites().stream()
            .map(WeekProblem.Site::id)
            .filter(one -> part(one).equals(part))
            .collect(Collectors.toSet());
    List<Patient> patients =
        problem.patients().stream().filter(one -> sites.contains(one.site())).toList();
    Set<String> here = patients.stream().map(Patient::id).collect(Collectors.toSet());
    return new WeekProblem(
        problem.name(),
        problem.weekStart(),
        problem.zone(),
        problem.grid(),
        problem.sites().stream().filter(one -> sites.contains(one.id())).toList(),
        problem.rooms().stream().filter(one -> sites.contains(one.site())).toList(),
        problem.types(),
        problem.clinicians().stream()
            .map(one -> at(one, part.equals(placeOf.get(one.id())) ? sites : Set.of()))
            .toList(),
        patients,
        problem.noContact().stream()
            .filter(one -> here.contains(one.one()) && here.contains(one.other()))
            .toList(),
        activities.getOrDefault(part, List.of()));
  }

  /** The same person, working at these of the sites; at none they can supervise still. */
  private static Clinician at(Clinician one, Set<String> sites) {
    Set<String> left = new HashSet<>(one.sites());
    left.retainAll(sites);
    return new Clinician(
        one.id(),
        one.role(),
        one.gender(),
        one.languages(),
        one.credentials(),
        one.supervised(),
        one.supervisors(),
        left,
        one.availability(),
        one.maxDayMinutes(),
        one.maxWeekMinutes(),
        one.maxRunMinutes(),
        one.breakMinutes());
  }

  private Map<String, String> places() {
    Map<String, Long> lacking = new LinkedHashMap<>();
    activities.forEach(
        (part, all) ->
            lacking.put(
                part,
                all.stream()
                    .mapToLong(one -> (long) one.durationMinutes() * one.clinicianCount())
                    .sum()));
    Map<String, String> placeOf = new HashMap<>();
    for (Clinician one :
        problem.clinicians().stream().sorted(Comparator.comparing(this::choices)).toList()) {
      Map<String, Long> ties = ties(one.id());
      partsOf(one).stream()
          .max(
              Comparator.comparing((String part) -> ties.getOrDefault(part, 0L))
                  .thenComparing(lacking::get)
                  .thenComparing(Function.identity()))
          .ifPresent(
              part -> {
                placeOf.put(one.id(), part);
                lacking.merge(part, (long) -one.maxWeekMinutes(), Long::sum);
              });
    }
    return placeOf;
  }

  private int choices(Clinician one) {
    return partsOf(one).size();
  }

  private Set<String> partsOf(Clinician one) {
    return one.sites().stream()
        .map(this::part)
        .filter(activities::containsKey)
        .collect(Collectors.toSet());
  }

  /** In which parts a clinician is pinned or known to people, by how often. */
  private Map<String, Long> ties(String clinician) {
    Map<String, Long> ties = new HashMap<>();
    activities.forEach(
        (part, all) ->
            all.forEach(
                one -> {
                  boolean pinned =
                      one.pinned().filter(pin -> pin.clinicians().contains(clinician)).isPresent();
                  boolean known = one.continuity().filter(clinician::equals).isPresent();
                  if (pinned || known) {
                    ties.merge(part, pinned ? 1000L : 1L, Long::sum);
                  }
                }));
    return ties;
  }
}
