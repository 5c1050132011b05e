package org.daybridge.scheduling.weekplan.file;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.daybridge.scheduling.weekplan.WeekProblem;

/** Whether every name in a problem is that of something in it, and nothing is named twice. */
final class References {
  private final WeekProblem problem;
  private final List<String> faults = new ArrayList<>();

  private References(WeekProblem problem) {
    this.problem = problem;
  }

  static List<String> faults(WeekProblem problem) {
    return new References(problem).all();
  }

  private List<String> all() {
    Set<String> sites = unique("sites", problem.sites().stream().map(WeekProblem.Site::id));
    Set<String> rooms = unique("rooms", problem.rooms().stream().map(WeekProblem.Room::id));
    Set<String> staff =
        unique("clinicians", problem.clinicians().stream().map(WeekProblem.Clinician::id));
    Set<String> patients =
        unique("patients", problem.patients().stream().map(WeekProblem.Patient::id));
    unique("activities", problem.activities().stream().map(WeekProblem.Activity::id));
    Set<String> types = problem.types().keySet();
    for (int i = 0; i < problem.rooms().size(); i++) {
      known("rooms", i, "site", sites, problem.rooms().get(i).site());
    }
    for (int i = 0; i < problem.clinicians().size(); i++) {
      WeekProblem.Clinician one = problem.clinicians().get(i);
      known("clinicians", i, "sites", sites, one.sites());
      known("clinicians", i, "supervisors", staff, one.supervisors());
    }
    for (int i = 0; i < problem.patients().size(); i++) {
      WeekProblem.Patient one = problem.patients().get(i);
      known("patients", i, "site", sites, one.site());
      known("patients", i, "excludedClinicians", staff, one.excludedClinicians());
      known(
          "patients", i, "needs", types, one.needs().stream().map(WeekProblem.Need::type).toList());
    }
    for (int i = 0; i < problem.noContact().size(); i++) {
      WeekProblem.Pair one = problem.noContact().get(i);
      known("noContact", i, "", patients, List.of(one.one(), one.other()));
    }
    for (int i = 0; i < problem.activities().size(); i++) {
      WeekProblem.Activity one = problem.activities().get(i);
      known("activities", i, "site", sites, one.site());
      known("activities", i, "type", types, one.type());
      known("activities", i, "roster", patients, one.roster().orElse(List.of()));
      known("activities", i, "continuity", staff, one.continuity().stream().toList());
      pin(i, one, rooms, staff);
      if (one.minPatients() > one.maxPatients()) {
        faults.add("/activities/" + i + "/minPatients: at most maxPatients");
      }
    }
    return faults;
  }

  private void pin(int i, WeekProblem.Activity one, Set<String> rooms, Set<String> staff) {
    one.pinned()
        .ifPresent(
            pin -> {
              known("activities", i, "pinned/room", rooms, pin.room().stream().toList());
              known("activities", i, "pinned/clinicians", staff, pin.clinicians());
              if (pin.start().toLocalDate().isBefore(problem.weekStart())
                  || !pin.start().toLocalDate().isBefore(problem.weekStart().plusDays(7))
                  || pin.start().getMinute() % problem.grid() != 0) {
                faults.add("/activities/" + i + "/pinned/start: a time of the grid in the week");
              }
            });
  }

  private void known(String list, int i, String field, Set<String> known, String name) {
    known(list, i, field, known, List.of(name));
  }

  private void known(
      String list, int i, String field, Set<String> known, java.util.Collection<String> names) {
    for (String name : names) {
      if (!known.contains(name)) {
        faults.add(
            "/" + list + "/" + i + (field.isEmpty() ? "" : "/" + field) + ": a name of this file");
      }
    }
  }

  private Set<String> unique(String list, Stream<String> names) {
    Set<String> seen = new HashSet<>();
    int[] i = {0};
    names.forEach(
        name -> {
          if (!seen.add(name)) {
            faults.add("/" + list + "/" + i[0] + "/id: a name that no other has");
          }
          i[0]++;
        });
    return seen;
  }
}
