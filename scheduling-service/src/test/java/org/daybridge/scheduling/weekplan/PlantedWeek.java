package org.daybridge.scheduling.weekplan;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import org.daybridge.scheduling.weekplan.WeekProblem.Activity;
import org.daybridge.scheduling.weekplan.WeekProblem.ActivityType;
import org.daybridge.scheduling.weekplan.WeekProblem.Clinician;
import org.daybridge.scheduling.weekplan.WeekProblem.Patient;
import org.daybridge.scheduling.weekplan.WeekProblem.Window;

/**
 * Invents a week around a plan that it knows: blocks of three groups a day for cohorts of patients,
 * one individual session each beside a block. The plan is a bound; the search has not seen it.
 */
final class PlantedWeek {
  private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);
  private static final String[] KINDS = {
    "process_group", "skills_group", "psychoeducation", "relapse_prevention"
  };
  private final Random random;
  private final List<Activity> activities = new ArrayList<>();
  private final List<WeekSolution.Assignment> planted = new ArrayList<>();
  private final List<Patient> patients = new ArrayList<>();
  private final List<Clinician> clinicians = new ArrayList<>();
  private final List<WeekProblem.Room> rooms = new ArrayList<>();
  private final Map<Integer, boolean[]> busy = new LinkedHashMap<>();

  private PlantedWeek(long seed) {
    this.random = new Random(seed);
  }

  /** A problem and the plan it was made around. */
  record Planted(WeekProblem problem, WeekSolution plan) {}

  static Planted of(int people, int staff, long seed) {
    return new PlantedWeek(seed).build(people, staff);
  }

  private Planted build(int people, int staff) {
    for (int c = 0; c < staff; c++) {
      clinicians.add(clinician(c));
      busy.put(c, new boolean[7 * 96]);
    }
    int cohorts = Math.max(1, people / 10);
    for (int k = 0; k < cohorts; k++) {
      rooms.add(new WeekProblem.Room("room-" + k, "main", 15, Set.of("group")));
      rooms.add(new WeekProblem.Room("office-" + k, "main", 4, Set.of("office")));
      cohort(k, k == cohorts - 1 ? people - k * 10 : 10);
    }
    Map<String, ActivityType> types = new LinkedHashMap<>();
    for (String kind : KINDS) {
      types.put(kind, new ActivityType(kind, Set.of("therapist"), true, true));
    }
    types.put("individual", new ActivityType("individual", Set.of("therapist"), false, true));
    List<WeekProblem.Pair> apart = new ArrayList<>();
    for (int i = 0; i + 13 < patients.size(); i += 17) {
      apart.add(new WeekProblem.Pair(patients.get(i).id(), patients.get(i + 13).id()));
    }
    return new Planted(
        new WeekProblem(
            "planted-" + people,
            MONDAY,
            ZoneId.of("America/New_York"),
            15,
            List.of(new WeekProblem.Site("main", hours(5, 8 * 60, 21 * 60))),
            rooms,
            types,
            clinicians,
            patients,
            apart,
            activities),
        new WeekSolution("planted-" + people, planted));
  }

  private void cohort(int k, int size) {
    boolean evening = k % 3 == 2;
    int start = evening ? 17 * 60 : 9 * 60 + 15 * (k % 2);
    int[] days = random.nextBoolean() ? new int[] {0, 2, 4} : new int[] {0, 1, 3};
    String program = "program-" + k % 3;
    List<String> members = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      Patient one = patient(k, i, program, evening);
      patients.add(one);
      members.add(one.id());
    }
    for (int block = 0; block < 3; block++) {
      int at = start + block * 60;
      int leader = -1;
      for (int day : days) {
        leader = leader >= 0 && free(leader, day, at) ? leader : anybody(day, at);
        if (leader < 0) {
          continue;
        }
        take(leader, day, at);
        group(k, block, day, at, program, leader, members);
      }
    }
    for (int i = 0; i < members.size(); i++) {
      individual(k, i, days[i % 3], evening ? start - 60 : start + 180, evening, members.get(i));
    }
  }

  private void group(
      int k, int block, int day, int at, String program, int leader, List<String> members) {
    String id = "g" + k + "-" + block + "-" + day;
    activities.add(
        new Activity(
            id,
            Optional.of("s" + k + "-" + block),
            KINDS[(k + block) % KINDS.length],
            Optional.of(Set.of(program)),
            "main",
            "in_person",
            60,
            4,
            12,
            OptionalInt.of(10),
            Optional.empty(),
            1,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Set.of("group"),
            true,
            Optional.empty(),
            Optional.empty(),
            Optional.of("c" + leader),
            5,
            Optional.empty()));
    plan(id, day, at, "room-" + k, leader, members);
  }

  private void individual(int k, int i, int day, int first, boolean evening, String member) {
    for (int turn = 0; turn < 3; turn++) {
      int at = first + (evening ? -60 : 60) * turn;
      int leader = anybody(day, at);
      if (leader >= 0 && roomFree(k, day, at)) {
        take(leader, day, at);
        String id = "i" + k + "-" + i;
        activities.add(
            new Activity(
                id,
                Optional.empty(),
                "individual",
                Optional.empty(),
                "main",
                "in_person",
                60,
                1,
                1,
                OptionalInt.empty(),
                Optional.of(List.of(member)),
                1,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Set.of("office"),
                true,
                Optional.empty(),
                Optional.empty(),
                Optional.of("c" + leader),
                8,
                Optional.empty()));
        plan(id, day, at, "office-" + k, leader, List.of(member));
        return;
      }
    }
  }

  private boolean roomFree(int k, int day, int at) {
    return planted.stream()
        .noneMatch(
            one ->
                one.room().orElseThrow().equals("office-" + k)
                    && one.start().equals(MONDAY.plusDays(day).atStartOfDay().plusMinutes(at)));
  }

  private void plan(String id, int day, int at, String room, int leader, List<String> members) {
    planted.add(
        new WeekSolution.Assignment(
            id,
            MONDAY.plusDays(day).atStartOfDay().plusMinutes(at),
            Optional.of(room),
            List.of("c" + leader),
            members));
  }

  private int anybody(int day, int at) {
    int from = random.nextInt(clinicians.size());
    for (int i = 0; i < clinicians.size(); i++) {
      int c = (from + i) % clinicians.size();
      if (free(c, day, at)) {
        return c;
      }
    }
    return -1;
  }

  private boolean free(int c, int day, int at) {
    boolean[] slots = busy.get(c);
    int minutes = 0;
    for (int i = 0; i < 96; i++) {
      minutes += slots[day * 96 + i] ? 15 : 0;
    }
    for (int i = 0; i < 4; i++) {
      if (slots[day * 96 + at / 15 + i]) {
        return false;
      }
    }
    return minutes < 6 * 60;
  }

  private void take(int c, int day, int at) {
    for (int i = 0; i < 4; i++) {
      busy.get(c)[day * 96 + at / 15 + i] = true;
    }
  }

  private Clinician clinician(int c) {
    return new Clinician(
        "c" + c,
        "therapist",
        c % 2 == 0 ? "female" : "male",
        Set.of("en"),
        Set.of(),
        c % 5 == 4,
        c % 5 == 4 ? List.of("c0", "c1") : List.of(),
        Set.of("main"),
        hours(5, 8 * 60, 21 * 60),
        480,
        2400,
        480,
        15);
  }

  private Patient patient(int k, int i, String program, boolean evening) {
    return new Patient(
        "p" + k + "-" + i,
        program,
        i % 2 == 0 ? "female" : "male",
        Set.of("en"),
        "main",
        "in_person",
        Optional.empty(),
        hours(5, evening ? 14 * 60 : 8 * 60, evening ? 21 * 60 : 17 * 60),
        540,
        1140,
        3,
        4,
        180,
        360,
        List.of(new WeekProblem.Need(KINDS[k % KINDS.length], 60)),
        Set.of(),
        Optional.empty(),
        Optional.of(evening ? "evening" : "day"),
        1 + random.nextInt(8),
        Set.of("s" + k + "-0"));
  }

  private static List<Window> hours(int days, int from, int to) {
    List<Window> windows = new ArrayList<>();
    for (int day = 0; day < days; day++) {
      windows.add(new Window(MONDAY.plusDays(day), from, to));
    }
    return windows;
  }
}
