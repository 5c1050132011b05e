package org.daybridge.scheduling.weekplan;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.daybridge.scheduling.weekplan.WeekProblem.Activity;
import org.daybridge.scheduling.weekplan.WeekProblem.Clinician;
import org.daybridge.scheduling.weekplan.WeekProblem.Patient;
import org.daybridge.scheduling.weekplan.WeekProblem.Room;
import org.daybridge.scheduling.weekplan.WeekProblem.Window;

/**
 * Counts a proposed week against the problem as a person with paper would: pair by pair, from the
 * two files alone, sharing nothing with the search. It judges what the search says of itself, and
 * what people change by hand.
 */
public final class Recount {
  private final WeekProblem problem;
  private final Map<String, Long> counts = new TreeMap<>();
  private final Map<String, Patient> patients;
  private final Map<String, Clinician> clinicians;
  private final Map<String, Room> rooms;
  private final List<Session> sessions = new ArrayList<>();

  /** A session that takes place. */
  record Session(
      Activity activity,
      LocalDateTime start,
      String room,
      List<String> clinicians,
      List<String> patients,
      boolean clinical,
      boolean group) {
    LocalDateTime end() {
      return start.plusMinutes(activity.durationMinutes());
    }

    LocalDate day() {
      return start.toLocalDate();
    }

    boolean overlaps(Session other) {
      return start.isBefore(other.end()) && other.start.isBefore(end());
    }
  }

  private Recount(WeekProblem problem) {
    this.problem = problem;
    patients = byId(problem.patients(), Patient::id);
    clinicians = byId(problem.clinicians(), Clinician::id);
    rooms = byId(problem.rooms(), Room::id);
  }

  private static <T> Map<String, T> byId(List<T> all, Function<T, String> id) {
    return all.stream().collect(Collectors.toMap(id, one -> one));
  }

  /** What each code counts, weights applied; codes that count nothing are left out. */
  public static Map<String, Long> of(WeekProblem problem, WeekSolution solution) {
    Recount recount = new Recount(problem);
    recount.read(solution);
    recount.sessions.forEach(recount::session);
    recount.doubleBookings();
    problem.clinicians().forEach(recount::clinician);
    PatientRecount patients = new PatientRecount(problem, recount.sessions);
    problem.patients().forEach(one -> patients.count(one, recount::count));
    recount.series();
    recount.noContact();
    return recount.counts;
  }

  /** The three levels of such counts. */
  public static WeekScore score(Map<String, Long> counts) {
    return new WeekScore(level(counts, "H"), level(counts, "M"), level(counts, "S"));
  }

  private static long level(Map<String, Long> counts, String letter) {
    return counts.entrySet().stream()
        .filter(one -> one.getKey().startsWith(letter))
        .mapToLong(Map.Entry::getValue)
        .sum();
  }

  private void count(String code, long points) {
    if (points > 0) {
      counts.merge(code, points, Long::sum);
    }
  }

  private void check(String code, boolean kept) {
    count(code, kept ? 0 : 1);
  }

  private void read(WeekSolution solution) {
    Map<String, Activity> known = byId(problem.activities(), Activity::id);
    Set<String> seen = new HashSet<>();
    for (WeekSolution.Assignment one : solution.assignments()) {
      Activity activity = known.get(one.activity());
      boolean sound =
          activity != null
              && seen.add(one.activity())
              && clinicians.keySet().containsAll(one.clinicians())
              && patients.keySet().containsAll(one.patients())
              && one.room().map(rooms::containsKey).orElse(true);
      check("H01", sound);
      if (!sound) {
        continue;
      }
      check("H01", new HashSet<>(one.clinicians()).size() == one.clinicians().size());
      check("H01", new HashSet<>(one.patients()).size() == one.patients().size());
      WeekProblem.ActivityType type = problem.types().get(activity.type());
      sessions.add(
          new Session(
              activity,
              one.start(),
              one.room().orElse(""),
              one.clinicians(),
              one.patients(),
              type.clinicalHours(),
              type.group()));
    }
    for (Activity one : problem.activities()) {
      if (!seen.contains(one.id())) {
        count("M03", one.mandatory() ? 20 : 0);
        check("H03", one.pinned().isEmpty());
      }
    }
  }

  private void session(Session one) {
    Activity activity = one.activity();
    check(
        "H01",
        one.start().getMinute() % problem.grid() == 0
            && !one.day().isBefore(problem.weekStart())
            && one.day().isBefore(problem.weekStart().plusDays(7)));
    check(
        "H02",
        inside(
            problem.sites().stream()
                .filter(site -> site.id().equals(activity.site()))
                .findFirst()
                .orElseThrow()
                .openings(),
            one.start(),
            one.end(),
            problem.zone()));
    check("H03", activity.dates().map(dates -> dates.contains(one.day())).orElse(true));
    check(
        "H03",
        activity
            .pinned()
            .map(
                pin ->
                    pin.start().equals(one.start())
                        && pin.room().orElse("").equals(one.room())
                        && pin.clinicians().equals(new HashSet<>(one.clinicians())))
            .orElse(true));
    check("H04", roomFits(one));
    team(one);
    people(one);
    count(
        "S1",
        activity.continuity().map(one.clinicians()::contains).orElse(true)
            ? 0
            : activity.continuityWeight());
    count(
        "S10",
        activity
            .before()
            .filter(earlier -> !earlier.start().equals(one.start()))
            .map(WeekProblem.Before::cost)
            .orElse(0L));
    int size = one.patients().size();
    if (activity.targetPatients().isPresent()) {
      count("S6", Math.abs(size - activity.targetPatients().getAsInt()) - 2);
    }
    if (activity.roster().isEmpty()) {
      long newcomers =
          one.patients().stream().filter(p -> patients.get(p).weekInProgram() == 1).count();
      count("S8", 2 * (newcomers - 3));
    }
  }

  private boolean roomFits(Session one) {
    if (!one.activity().inPerson()) {
      return one.room().isEmpty();
    }
    Room room = rooms.get(one.room());
    return room != null
        && room.site().equals(one.activity().site())
        && room.features().containsAll(one.activity().roomFeatures())
        && room.capacity() >= one.patients().size() + one.clinicians().size();
  }

  private void team(Session one) {
    Activity activity = one.activity();
    Set<String> roles = problem.types().get(activity.type()).roles();
    check("H08", one.clinicians().size() == activity.clinicianCount());
    boolean licensed = one.clinicians().stream().anyMatch(c -> !clinicians.get(c).supervised());
    for (String id : one.clinicians()) {
      Clinician who = clinicians.get(id);
      check("H08", Board.fits(activity, roles, who));
      check("H07", inside(who.availability(), one.start(), one.end(), problem.zone()));
      check(
          "H09",
          licensed
              || who.supervisors().stream()
                  .anyMatch(
                      s ->
                          inside(
                              clinicians.get(s).availability(),
                              one.start(),
                              one.end(),
                              problem.zone())));
    }
  }

  private void people(Session one) {
    Activity activity = one.activity();
    int size = one.patients().size();
    check("H14", size >= activity.minPatients() && size <= activity.maxPatients());
    check(
        "H14",
        activity
            .roster()
            .map(roster -> new HashSet<>(roster).equals(new HashSet<>(one.patients())))
            .orElse(true));
    for (String id : one.patients()) {
      Patient who = patients.get(id);
      check("H13", activity.roster().isPresent() || Board.mayCome(activity, who));
      check(
          "H12",
          inside(who.availability(), one.start(), one.end(), who.zone().orElse(problem.zone())));
      for (String c : one.clinicians()) {
        check(
            "H16",
            !who.excludedClinicians().contains(c)
                && (one.group()
                    || who.clinicianGender().map(clinicians.get(c).gender()::equals).orElse(true)));
      }
    }
  }

  /** Whether wall times of the clinic lie inside windows of a zone's wall time. */
  private boolean inside(
      List<Window> windows, LocalDateTime start, LocalDateTime end, ZoneId theirs) {
    LocalDateTime covered = start;
    for (Window one :
        windows.stream()
            .sorted(Comparator.comparing(Window::date).thenComparing(Window::from))
            .toList()) {
      if (!clinic(one.date(), one.from(), theirs).isAfter(covered)
          && clinic(one.date(), one.to(), theirs).isAfter(covered)) {
        covered = clinic(one.date(), one.to(), theirs);
      }
    }
    return !covered.isBefore(end);
  }

  private LocalDateTime clinic(LocalDate date, int minute, ZoneId theirs) {
    return date.atStartOfDay()
        .plusMinutes(minute)
        .atZone(theirs)
        .withZoneSameInstant(problem.zone())
        .toLocalDateTime();
  }

  private void doubleBookings() {
    overlaps("H05", problem.rooms().stream().map(Room::id).toList(), s -> List.of(s.room()));
    overlaps("H06", List.copyOf(clinicians.keySet()), Session::clinicians);
    overlaps("H11", List.copyOf(patients.keySet()), Session::patients);
  }

  private void overlaps(String code, List<String> ids, Function<Session, List<String>> users) {
    Map<String, List<Session>> by = new HashMap<>();
    for (Session one : sessions) {
      users.apply(one).forEach(id -> by.computeIfAbsent(id, key -> new ArrayList<>()).add(one));
    }
    for (String id : ids) {
      List<Session> all = by.getOrDefault(id, List.of());
      for (int i = 0; i < all.size(); i++) {
        for (int j = 0; j < i; j++) {
          check(code, !all.get(i).overlaps(all.get(j)));
        }
      }
    }
  }

  private void clinician(Clinician who) {
    List<Session> mine =
        sessions.stream()
            .filter(one -> one.clinicians().contains(who.id()))
            .sorted(Comparator.comparing(Session::start))
            .toList();
    Map<LocalDate, Integer> minutes = new HashMap<>();
    Map<LocalDate, Set<String>> sites = new HashMap<>();
    int week = 0;
    LocalDateTime runStart = LocalDateTime.MIN;
    LocalDateTime last = LocalDateTime.MIN;
    for (Session one : mine) {
      if (last.equals(LocalDateTime.MIN)
          || !one.start().isBefore(last.plusMinutes(Math.max(1, who.breakMinutes())))) {
        runStart = one.start();
      }
      last = one.end().isAfter(last) ? one.end() : last;
      check("H10", java.time.Duration.between(runStart, last).toMinutes() <= who.maxRunMinutes());
      minutes.merge(one.day(), one.activity().durationMinutes(), Integer::sum);
      week += one.activity().durationMinutes();
      if (one.activity().inPerson()) {
        sites.computeIfAbsent(one.day(), day -> new HashSet<>()).add(one.activity().site());
      }
    }
    minutes.values().forEach(day -> check("H10", day <= who.maxDayMinutes()));
    check("H10", week <= who.maxWeekMinutes());
    sites.values().forEach(day -> check("H08", day.size() == 1));
    count("S7", (week - who.maxWeekMinutes() * 85L / 100) / 15);
  }

  private void series() {
    Map<String, List<Session>> all =
        sessions.stream()
            .filter(one -> one.activity().series().isPresent())
            .collect(Collectors.groupingBy(one -> one.activity().series().orElseThrow()));
    for (List<Session> one : all.values()) {
      count("S2", 2 * (one.stream().map(s -> s.start().toLocalTime()).distinct().count() - 1));
      count("S2", 3 * (one.stream().map(s -> Set.copyOf(s.clinicians())).distinct().count() - 1));
    }
  }

  private void noContact() {
    for (WeekProblem.Pair pair : problem.noContact()) {
      for (Session one : sessions) {
        if (!one.patients().contains(pair.one())) {
          continue;
        }
        for (Session other : sessions) {
          if (!other.patients().contains(pair.other())) {
            continue;
          }
          if (one.activity().id().equals(other.activity().id())) {
            count("H15", 1);
          } else if (one.activity().inPerson()
              && other.activity().inPerson()
              && one.activity().site().equals(other.activity().site())
              && one.day().equals(other.day())
              && !one.start().isAfter(other.end().plusMinutes(30))
              && !other.start().isAfter(one.end().plusMinutes(30))) {
            count("S5", 5);
          }
        }
      }
    }
  }
}
