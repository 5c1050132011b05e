package org.daybridge.bench;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A clinic's week around a plan that is known: cohorts with blocks of three groups on three days,
 * one appointment each beside a block, a group of two clinicians for every fourth cohort. Large
 * clinics have two sites and a network twelve; every tenth clinician is at home every other day and
 * at the next site on the others. Evening cohorts share the rooms of a day cohort. Some patients'
 * calendars are in another zone, and the clocks change on the Sunday, on which it is open.
 */
final class InventedClinic {
  private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);
  private static final List<String> KINDS =
      List.of("process_group", "skills_group", "psychoeducation", "relapse_prevention");
  private static final int COHORT = 10;
  private static final int DAY = 96;

  private final Random random;
  private final int sites;
  private final JsonArray activities = new JsonArray();
  private final JsonArray assignments = new JsonArray();
  private final JsonArray patients = new JsonArray();
  private final JsonArray rooms = new JsonArray();
  private final List<boolean[]> busy = new ArrayList<>();
  private final List<boolean[]> office = new ArrayList<>();
  private final JsonArray clinicians = new JsonArray();
  private final List<Integer> home = new ArrayList<>();

  private InventedClinic(int people, int staff, long seed) {
    random = new Random(seed);
    sites = people > 1000 ? 12 : people > 100 ? 2 : 1;
    for (int c = 0; c < staff; c++) {
      hire(c % sites);
    }
    for (int k = 0; k * COHORT < people; k++) {
      office.add(new boolean[7 * DAY]);
      if (roomOf(k) == k) {
        rooms.add(room("room-" + k, k, 15, "group"));
      }
      rooms.add(room("office-" + k, k, 4, "office"));
      cohort(k, Math.min(COHORT, people - k * COHORT));
    }
  }

  static InventedClinic of(int people, int staff, long seed) {
    return new InventedClinic(people, staff, seed);
  }

  JsonObject problem() {
    JsonObject types = new JsonObject();
    KINDS.forEach(kind -> types.put(kind, type(true)));
    types.put("individual", type(false));
    JsonArray apart = new JsonArray();
    for (int i = 0; i + 13 < patients.size(); i += 17) {
      apart.add(new JsonArray().add(id(patients, i)).add(id(patients, i + 13)));
    }
    JsonArray places = new JsonArray();
    for (int site = 0; site < sites; site++) {
      places.add(new JsonObject().put("id", "site-" + site).put("openings", hours(8, 21)));
    }
    return new JsonObject()
        .put("format", "iop-week/1")
        .put("name", "invented")
        .put("preset", "planted")
        .put("weekStart", MONDAY.toString())
        .put("days", 7)
        .put("gridMinutes", 15)
        .put("timeZone", "America/New_York")
        .put("sites", places)
        .put("rooms", rooms)
        .put("activityTypes", types)
        .put("clinicians", clinicians)
        .put("patients", patients)
        .put("noContact", apart)
        .put("activities", activities);
  }

  /** The plan that the problem was invented around. */
  JsonObject plan() {
    return new JsonObject()
        .put("format", "iop-week-solution/1")
        .put("problem", "invented")
        .put("assignments", assignments);
  }

  private void cohort(int k, int size) {
    boolean evening = evening(k);
    int start = evening ? 17 * 60 : 9 * 60 + 15 * (k % 2);
    int[] days = random.nextBoolean() ? new int[] {0, 2, 4} : new int[] {0, 1, 3};
    List<String> members = IntStream.range(0, size).mapToObj(i -> "p" + k + "-" + i).toList();
    for (int i = 0; i < size; i++) {
      patients.add(patient(k, i, evening));
    }
    for (int block = 0; block < 3; block++) {
      int at = start + block * 60;
      int count = k % 4 == 3 && block == 0 ? 2 : 1;
      List<Integer> team = List.of();
      for (int day : days) {
        if (team.isEmpty() || !team.stream().allMatch(c -> isThere(c, k, day, at))) {
          team = anybody(k, day, at, count);
        }
        group(k, block, day, at, team, members);
      }
    }
    for (int i = 0; i < size; i++) {
      appointment(k, i, days[i % 3], evening ? start - 60 : start + 180, evening, members.get(i));
    }
  }

  private void group(int k, int block, int day, int at, List<Integer> team, List<String> members) {
    String id = "g" + k + "-" + block + "-" + day;
    activities.add(
        activity(id, KINDS.get((k + block) % KINDS.size()), k, team)
            .put("series", "s" + k + "-" + block)
            .put("programs", new JsonArray().add(program(k)))
            .put("minPatients", 4)
            .put("maxPatients", 12)
            .put("targetPatients", COHORT)
            .put("roomFeatures", new JsonArray().add("group"))
            .put("continuityWeight", 5));
    plan(id, day, at, "room-" + roomOf(k), team, members);
  }

  private void appointment(int k, int i, int day, int first, boolean evening, String member) {
    for (int turn = 0; turn < 3; turn++) {
      int at = first + (evening ? -60 : 60) * turn;
      if (free(office.get(k), day, at)) {
        List<Integer> team = anybody(k, day, at, 1);
        take(office.get(k), day, at);
        String id = "i" + k + "-" + i;
        activities.add(
            activity(id, "individual", k, team)
                .put("minPatients", 1)
                .put("maxPatients", 1)
                .put("roster", new JsonArray().add(member))
                .put("roomFeatures", new JsonArray().add("office"))
                .put("continuityWeight", 8));
        plan(id, day, at, "office-" + k, team, List.of(member));
        return;
      }
    }
  }

  private JsonObject activity(String id, String type, int k, List<Integer> team) {
    return new JsonObject()
        .put("id", id)
        .put("type", type)
        .put("site", "site-" + k % sites)
        .put("modality", "in_person")
        .put("durationMinutes", 60)
        .put("clinicianCount", team.size())
        .put("mandatory", true)
        .put("continuity", "c" + team.getFirst());
  }

  private void plan(
      String id, int day, int at, String room, List<Integer> team, List<String> members) {
    team.forEach(c -> take(busy.get(c), day, at));
    JsonArray who = new JsonArray();
    team.forEach(c -> who.add("c" + c));
    assignments.add(
        new JsonObject()
            .put("activity", id)
            .put("start", MONDAY.plusDays(day).atStartOfDay().plusMinutes(at).toString())
            .put("room", room)
            .put("clinicians", who)
            .put("patients", new JsonArray(members)));
  }

  /** A third of the cohorts of each site. */
  private boolean evening(int k) {
    return (k + k / sites) % 3 == 2;
  }

  private String program(int k) {
    return "program-" + (evening(k) ? 2 : k % 2);
  }

  private int roomOf(int k) {
    int other = k - sites;
    return evening(k) && other >= 0 && !evening(other) ? other : k;
  }

  private boolean isThere(int c, int k, int day, int at) {
    return siteOf(c, day) == k % sites && free(busy.get(c), day, at);
  }

  /** At one site a day. */
  private int siteOf(int c, int day) {
    return (home.get(c) + (twoSites(c) && day % 2 == 1 ? 1 : 0)) % sites;
  }

  private int hire(int site) {
    int c = home.size();
    home.add(site);
    busy.add(new boolean[7 * DAY]);
    clinicians.add(clinician(c));
    return c;
  }

  private static boolean twoSites(int c) {
    return c % 10 == 3;
  }

  /** Clinicians who are at the cohort's site on that day with an hour free; hired if need be. */
  private List<Integer> anybody(int k, int day, int at, int count) {
    int from = random.nextInt(busy.size());
    List<Integer> team =
        IntStream.range(0, busy.size())
            .map(i -> (from + i) % busy.size())
            .filter(c -> isThere(c, k, day, at))
            .limit(count)
            .boxed()
            .collect(Collectors.toCollection(ArrayList::new));
    while (team.size() < count) {
      int hired = hire(k % sites);
      if (isThere(hired, k, day, at)) {
        team.add(hired);
      }
    }
    return team;
  }

  private static boolean free(boolean[] slots, int day, int at) {
    int taken = 0;
    for (int i = 0; i < DAY; i++) {
      taken += slots[day * DAY + i] ? 1 : 0;
    }
    boolean clash = false;
    for (int i = 0; i < 4; i++) {
      clash |= slots[day * DAY + at / 15 + i];
    }
    return !clash && taken < 24;
  }

  private static void take(boolean[] slots, int day, int at) {
    for (int i = 0; i < 4; i++) {
      slots[day * DAY + at / 15 + i] = true;
    }
  }

  private JsonObject clinician(int c) {
    JsonArray supervisors = new JsonArray();
    if (c % 5 == 4) {
      supervisors.add("c0").add("c1");
    }
    return new JsonObject()
        .put("id", "c" + c)
        .put("role", "therapist")
        .put("gender", c % 2 == 0 ? "female" : "male")
        .put("languages", new JsonArray().add("en"))
        .put("credentials", new JsonArray())
        .put("supervised", c % 5 == 4)
        .put("supervisors", supervisors)
        .put("sites", sitesOf(c))
        .put("availability", hours(8, 21))
        .put("maxDayMinutes", 480)
        .put("maxWeekMinutes", 2400)
        .put("maxRunMinutes", 480)
        .put("breakMinutes", 15);
  }

  private JsonArray sitesOf(int c) {
    JsonArray all = new JsonArray().add("site-" + home.get(c));
    return twoSites(c) && sites > 1 ? all.add("site-" + (home.get(c) + 1) % sites) : all;
  }

  private JsonObject patient(int k, int i, boolean evening) {
    boolean elsewhere = i == 7;
    int behind = elsewhere ? 1 + k % 2 : 0;
    int from = (evening ? 14 : 8) - behind;
    int to = (evening ? 21 : 17) - behind;
    return new JsonObject()
        .put("id", "p" + k + "-" + i)
        .put("program", program(k))
        .put("phase", "intensive")
        .put("gender", i % 2 == 0 ? "female" : "male")
        .put("languages", new JsonArray().add("en"))
        .put("site", "site-" + k % sites)
        .put("modality", "in_person")
        .put("timeZone", Arrays.asList(null, "America/Chicago", "America/Phoenix").get(behind))
        .put("availability", hours(from, to))
        .put("minWeekMinutes", 540)
        .put("maxWeekMinutes", 1140)
        .put("minDays", 3)
        .put("maxDays", 4)
        .put("minDayMinutes", 180)
        .put("maxDayMinutes", 360)
        .put(
            "needs",
            new JsonArray()
                .add(
                    new JsonObject()
                        .put("type", KINDS.get(k % KINDS.size()))
                        .put("minMinutes", 60)))
        .put("preferred", evening ? "evening" : "day")
        .put("weekInProgram", 1 + random.nextInt(8))
        .put("currentSeries", new JsonArray().add("s" + k + "-0"));
  }

  private JsonObject room(String id, int k, int capacity, String feature) {
    return new JsonObject()
        .put("id", id)
        .put("site", "site-" + k % sites)
        .put("capacity", capacity)
        .put("features", new JsonArray().add(feature));
  }

  private static JsonObject type(boolean group) {
    return new JsonObject()
        .put("roles", new JsonArray().add("therapist"))
        .put("group", group)
        .put("clinicalHours", true);
  }

  private static String id(JsonArray all, int i) {
    return all.getJsonObject(i).getString("id");
  }

  private static JsonArray hours(int from, int to) {
    JsonArray windows = new JsonArray();
    for (int day = 0; day < 7; day++) {
      windows.add(
          new JsonObject()
              .put("date", MONDAY.plusDays(day).toString())
              .put("from", "%02d:00".formatted(from))
              .put("to", "%02d:00".formatted(to)));
    }
    return windows;
  }
}
