package org.daybridge.scheduling.weekplan;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.daybridge.scheduling.weekplan.WeekProblem.Activity;
import org.daybridge.scheduling.weekplan.WeekProblem.Clinician;
import org.daybridge.scheduling.weekplan.WeekProblem.Patient;
import org.daybridge.scheduling.weekplan.WeekProblem.Window;
import org.daybridge.scheduling.weekplan.WeekSolution.Assignment;

/**
 * What falls away in a week that was laid out: clinicians or rooms on some days or all of them,
 * people who leave or step to another level of care. The week is then laid out again from what is
 * left, and each person who would have to come at another time speaks against a change.
 *
 * @param weight what it costs for each person to have a session moved
 */
public record Disruption(
    List<Loss> clinicians,
    List<Loss> rooms,
    Set<String> patients,
    Map<String, Step> steps,
    int weight) {
  private static final String CLOSED = "closed:";

  /** Somebody or something, on these days; on every day if none is named. */
  public record Loss(String id, Set<LocalDate> dates) {
    public Loss {
      dates = Set.copyOf(dates);
    }

    boolean on(LocalDate date) {
      return dates.isEmpty() || dates.contains(date);
    }
  }

  /** What somebody's week has to hold from now on, in minutes and program days. */
  public record Step(int minWeekMinutes, int maxWeekMinutes, int minDays) {}

  /** The problem that is left, and what is left of the plan. */
  public record Left(WeekProblem problem, WeekSolution plan) {}

  public Disruption {
    clinicians = List.copyOf(clinicians);
    rooms = List.copyOf(rooms);
    patients = Set.copyOf(patients);
    steps = Map.copyOf(steps);
  }

  /** The first name that the problem does not have. */
  public Optional<String> unknownTo(WeekProblem problem) {
    Set<String> known = new HashSet<>();
    problem.clinicians().forEach(one -> known.add("clinician " + one.id()));
    problem.rooms().forEach(one -> known.add("room " + one.id()));
    problem.patients().forEach(one -> known.add("patient " + one.id()));
    List<String> named = new ArrayList<>();
    clinicians.forEach(one -> named.add("clinician " + one.id()));
    rooms.forEach(one -> named.add("room " + one.id()));
    patients.forEach(one -> named.add("patient " + one));
    steps.keySet().forEach(one -> named.add("patient " + one));
    return named.stream().filter(one -> !known.contains(one)).findFirst();
  }

  /** The week after it. */
  public Left of(WeekProblem problem, WeekSolution plan) {
    List<Assignment> stands = new ArrayList<>();
    Map<String, Assignment> laid = new LinkedHashMap<>();
    for (Assignment one : plan.assignments()) {
      laid.put(one.activity(), one);
      if (!hits(one)) {
        stands.add(without(one));
      }
    }
    List<Activity> activities = new ArrayList<>();
    Set<String> gone = new HashSet<>();
    for (Activity one : problem.activities()) {
      if (one.roster().filter(all -> !all.isEmpty() && patients.containsAll(all)).isPresent()) {
        gone.add(one.id());
      } else {
        activities.add(activity(one, Optional.ofNullable(laid.get(one.id()))));
      }
    }
    stands.removeIf(one -> gone.contains(one.activity()));
    Map<String, WeekProblem.ActivityType> types = new LinkedHashMap<>(problem.types());
    for (Activity closed : closed(problem)) {
      types.put(CLOSED, new WeekProblem.ActivityType(CLOSED, Set.of(), true, false));
      activities.add(closed);
      WeekProblem.Pin pin = closed.pinned().orElseThrow();
      stands.add(new Assignment(closed.id(), pin.start(), pin.room(), List.of(), List.of()));
    }
    return new Left(
        new WeekProblem(
            problem.name(),
            problem.weekStart(),
            problem.zone(),
            problem.grid(),
            problem.sites(),
            problem.rooms(),
            types,
            problem.clinicians().stream().map(this::clinician).toList(),
            problem.patients().stream()
                .filter(one -> !patients.contains(one.id()))
                .map(this::patient)
                .toList(),
            problem.noContact().stream()
                .filter(one -> !patients.contains(one.one()) && !patients.contains(one.other()))
                .toList(),
            activities),
        new WeekSolution(plan.problem(), List.copyOf(stands)));
  }

  private boolean hits(Assignment one) {
    LocalDate date = one.start().toLocalDate();
    return clinicians.stream()
            .anyMatch(lost -> lost.on(date) && one.clinicians().contains(lost.id()))
        || rooms.stream()
            .anyMatch(lost -> lost.on(date) && one.room().filter(lost.id()::equals).isPresent());
  }

  private Assignment without(Assignment one) {
    return new Assignment(
        one.activity(),
        one.start(),
        one.room(),
        one.clinicians(),
        one.patients().stream().filter(who -> !patients.contains(who)).toList());
  }

  /** A session that was fixed to what is lost is free to go elsewhere. */
  private Activity activity(Activity one, Optional<Assignment> laid) {
    boolean freed = one.pinned().isPresent() && laid.map(this::hits).orElse(false);
    return new Activity(
        one.id(),
        one.series(),
        one.type(),
        one.programs(),
        one.site(),
        one.modality(),
        one.durationMinutes(),
        one.minPatients(),
        one.maxPatients(),
        one.targetPatients(),
        one.roster().map(all -> all.stream().filter(who -> !patients.contains(who)).toList()),
        one.clinicianCount(),
        one.credential(),
        one.gender(),
        one.language(),
        one.roomFeatures(),
        one.mandatory(),
        one.dates(),
        freed ? Optional.empty() : one.pinned(),
        one.continuity(),
        one.continuityWeight(),
        laid.map(
            where ->
                new WeekProblem.Before(where.start(), without(where).patients().size(), weight)));
  }

  private Patient patient(Patient one) {
    Step step = steps.get(one.id());
    if (step == null) {
      return one;
    }
    return new Patient(
        one.id(),
        one.program(),
        one.gender(),
        one.languages(),
        one.site(),
        one.modality(),
        one.zone(),
        one.availability(),
        step.minWeekMinutes(),
        step.maxWeekMinutes(),
        step.minDays(),
        Math.max(step.minDays(), one.maxDays()),
        one.minDayMinutes(),
        one.maxDayMinutes(),
        one.needs(),
        one.excludedClinicians(),
        one.clinicianGender(),
        one.preferred(),
        one.weekInProgram(),
        one.currentSeries());
  }

  private Clinician clinician(Clinician one) {
    List<Window> left =
        one.availability().stream()
            .filter(
                window ->
                    clinicians.stream()
                        .noneMatch(lost -> lost.id().equals(one.id()) && lost.on(window.date())))
            .toList();
    return new Clinician(
        one.id(),
        one.role(),
        one.gender(),
        one.languages(),
        one.credentials(),
        one.supervised(),
        one.supervisors(),
        one.sites(),
        left,
        one.maxDayMinutes(),
        one.maxWeekMinutes(),
        one.maxRunMinutes(),
        one.breakMinutes());
  }

  /** A lost room is taken by nobody for as long as its site is open. */
  private List<Activity> closed(WeekProblem problem) {
    List<Activity> all = new ArrayList<>();
    for (Loss lost : rooms) {
      WeekProblem.Room room =
          problem.rooms().stream()
              .filter(one -> one.id().equals(lost.id()))
              .findFirst()
              .orElseThrow();
      WeekProblem.Site site =
          problem.sites().stream()
              .filter(one -> one.id().equals(room.site()))
              .findFirst()
              .orElseThrow();
      for (int day = 0; day < 7; day++) {
        LocalDate date = problem.weekStart().plusDays(day);
        List<Window> open =
            site.openings().stream().filter(one -> one.date().equals(date)).toList();
        if (lost.on(date) && !open.isEmpty()) {
          for (Window one : Windows.joined(open)) {
            all.add(closed(room, one, all.size(), problem.grid()));
          }
        }
      }
    }
    return all;
  }

  private static Activity closed(WeekProblem.Room room, Window open, int number, int grid) {
    int from = (open.from() + grid - 1) / grid * grid;
    LocalDateTime start = open.date().atStartOfDay().plusMinutes(from);
    return new Activity(
        CLOSED + room.id() + ":" + number,
        Optional.empty(),
        CLOSED,
        Optional.empty(),
        room.site(),
        "in_person",
        open.to() - from,
        0,
        0,
        OptionalInt.empty(),
        Optional.of(List.of()),
        0,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Set.of(),
        true,
        Optional.empty(),
        Optional.of(new WeekProblem.Pin(start, Optional.of(room.id()), Set.of())),
        Optional.empty(),
        0,
        Optional.empty());
  }
}
