package org.daybridge.scheduling.weekplan.file;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.daybridge.scheduling.weekplan.UnreadableWeek;
import org.daybridge.scheduling.weekplan.WeekProblem;
import org.daybridge.scheduling.weekplan.WeekProblem.Activity;
import org.daybridge.scheduling.weekplan.WeekProblem.ActivityType;
import org.daybridge.scheduling.weekplan.WeekProblem.Clinician;
import org.daybridge.scheduling.weekplan.WeekProblem.Patient;
import org.daybridge.scheduling.weekplan.WeekProblem.Window;
import org.daybridge.scheduling.weekplan.WeekSolution;

/**
 * Reads {@code iop-week/1}, writes {@code iop-week-solution/1}; {@link ProblemFile} writes the
 * former.
 */
public final class WeekFile {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Set<String> MODALITIES = Set.of("in_person", "telehealth");
  private static final Set<String> WISHES = Set.of("in_person", "telehealth", "either");
  private static final int MANY = 20_000;
  private static final int DAY = 24 * 60;
  private static final int WEEK = 7 * DAY;

  private WeekFile() {}

  /**
   * The problem that a file states.
   *
   * @throws UnreadableWeek with every fault found
   */
  public static WeekProblem read(String text) throws UnreadableWeek {
    JsonNode root;
    try {
      root = JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw new UnreadableWeek(
          List.of(
              "/: JSON, which it is not in line "
                  + (e.getLocation() == null ? 1 : e.getLocation().getLineNr())));
    }
    List<String> faults = new ArrayList<>();
    if (!root.isObject()) {
      throw new UnreadableWeek(List.of("/: an object"));
    }
    Fields file = new Fields("", root, faults);
    file.text("format", Set.of("iop-week/1"));
    int grid = file.number("gridMinutes", 1, 60);
    if (grid != 15 && grid != 5) {
      file.fault("gridMinutes", "15 or 5", 15);
    }
    LocalDate monday = file.date("weekStart");
    if (monday.getDayOfWeek() != DayOfWeek.MONDAY && faults.isEmpty()) {
      file.fault("weekStart", "a Monday", monday);
    }
    Map<String, ActivityType> types = types(file);
    WeekProblem problem =
        new WeekProblem(
            file.text("name"),
            monday,
            file.zone("timeZone"),
            grid,
            file.list(
                "sites",
                500,
                one -> new WeekProblem.Site(one.text("id"), windows(one, "openings"))),
            file.list(
                "rooms",
                MANY,
                one ->
                    new WeekProblem.Room(
                        one.text("id"),
                        one.text("site"),
                        one.number("capacity", 1, 500),
                        one.texts("features"))),
            types,
            file.list("clinicians", MANY, WeekFile::clinician),
            file.list("patients", MANY, WeekFile::patient),
            pairs(file),
            file.list("activities", MANY, WeekFile::activity));
    if (faults.isEmpty()) {
      faults.addAll(References.faults(problem));
    }
    if (!faults.isEmpty()) {
      throw new UnreadableWeek(faults);
    }
    return problem;
  }

  private static Map<String, ActivityType> types(Fields file) {
    Map<String, ActivityType> types = new LinkedHashMap<>();
    JsonNode node = file.node().path("activityTypes");
    if (node.isArray()) {
      file.list("activityTypes", 200, one -> type(one.text("id"), one))
          .forEach(one -> types.put(one.id(), one));
    } else if (node.isObject()) {
      node.properties()
          .forEach(
              entry ->
                  types.put(
                      entry.getKey(),
                      type(
                          entry.getKey(),
                          new Fields(
                              "/activityTypes/" + entry.getKey(),
                              entry.getValue(),
                              file.faults()))));
    } else {
      file.fault("activityTypes", "an object with an entry for each type", "");
    }
    return types;
  }

  private static ActivityType type(String id, Fields one) {
    return new ActivityType(id, one.texts("roles"), one.flag("group"), one.flag("clinicalHours"));
  }

  private static List<Window> windows(Fields of, String name) {
    return of.list(
        name,
        500,
        one -> {
          Window window = new Window(one.date("date"), one.minutes("from"), one.minutes("to"));
          if (window.to() <= window.from()) {
            one.fault("to", "a time after from", "");
          }
          return window;
        });
  }

  private static Clinician clinician(Fields one) {
    return new Clinician(
        one.text("id"),
        one.text("role"),
        one.text("gender"),
        one.texts("languages"),
        one.texts("credentials"),
        one.flag("supervised"),
        List.copyOf(one.texts("supervisors")),
        one.texts("sites"),
        windows(one, "availability"),
        one.number("maxDayMinutes", 0, DAY),
        one.number("maxWeekMinutes", 0, WEEK),
        one.number("maxRunMinutes", 0, DAY),
        one.number("breakMinutes", 0, DAY));
  }

  private static Patient patient(Fields one) {
    return new Patient(
        one.text("id"),
        one.text("program"),
        one.text("gender"),
        one.texts("languages"),
        one.text("site"),
        one.text("modality", WISHES),
        one.absent("timeZone")
            ? java.util.Optional.empty()
            : java.util.Optional.of(one.zone("timeZone")),
        windows(one, "availability"),
        one.number("minWeekMinutes", 0, WEEK),
        one.number("maxWeekMinutes", 0, WEEK),
        one.number("minDays", 0, 7),
        one.number("maxDays", 0, 7),
        one.number("minDayMinutes", 0, DAY),
        one.number("maxDayMinutes", 0, DAY),
        one.list(
            "needs",
            50,
            need -> new WeekProblem.Need(need.text("type"), need.number("minMinutes", 0, WEEK))),
        one.optionalTexts("excludedClinicians").orElse(Set.of()),
        one.optionalText("clinicianGender"),
        one.optionalText("preferred"),
        one.number("weekInProgram", 0, 1000, 0),
        one.optionalTexts("currentSeries").orElse(Set.of()));
  }

  private static List<WeekProblem.Pair> pairs(Fields file) {
    List<WeekProblem.Pair> pairs = new ArrayList<>();
    JsonNode all = file.node().path("noContact");
    for (int i = 0; i < all.size(); i++) {
      JsonNode one = all.get(i);
      if (one.isArray() && one.size() == 2 && one.get(0).isTextual() && one.get(1).isTextual()) {
        pairs.add(new WeekProblem.Pair(one.get(0).asText(), one.get(1).asText()));
      } else {
        file.fault("noContact/" + i, "a pair of patients", "");
      }
    }
    return pairs;
  }

  private static Activity activity(Fields one) {
    return new Activity(
        one.text("id"),
        one.optionalText("series"),
        one.text("type"),
        one.optionalTexts("programs"),
        one.text("site"),
        one.text("modality", MODALITIES),
        one.number("durationMinutes", 1, DAY),
        one.number("minPatients", 0, 500),
        one.number("maxPatients", 0, 500),
        one.optionalNumber("targetPatients", 0, 500),
        one.optionalTexts("roster").map(List::copyOf),
        one.number("clinicianCount", 0, 20),
        one.optionalText("credential"),
        one.optionalText("gender"),
        one.optionalText("language"),
        one.optionalTexts("roomFeatures").orElse(Set.of()),
        one.flag("mandatory"),
        one.optionalTexts("dates").map(dates -> dates(one, dates)),
        one.optional(
            "pinned",
            pin ->
                new WeekProblem.Pin(
                    pin.dateTime("start"), pin.optionalText("room"), pin.texts("clinicians"))),
        one.optionalText("continuity"),
        one.number("continuityWeight", 0, 1000, 0),
        one.optional(
            "before",
            before ->
                new WeekProblem.Before(
                    before.dateTime("start"),
                    before.number("people", 0, 500),
                    before.number("weight", 0, 100))));
  }

  private static Set<LocalDate> dates(Fields of, Set<String> texts) {
    Set<LocalDate> dates = new LinkedHashSet<>();
    for (String text : texts) {
      try {
        dates.add(LocalDate.parse(text));
      } catch (java.time.DateTimeException e) {
        of.fault("dates", "a list of dates", "");
      }
    }
    return dates;
  }

  /**
   * The problem's file with these sessions pinned where they are, and those kept out of the week.
   * Names that it does not have are left alone.
   */
  public static String pinned(
      String problem, List<WeekSolution.Assignment> sessions, Set<String> keptOut) {
    Map<String, WeekSolution.Assignment> pins = new HashMap<>();
    sessions.forEach(one -> pins.put(one.activity(), one));
    JsonNode root;
    try {
      root = JSON.readTree(problem);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("A problem's file has to be JSON", e);
    }
    for (JsonNode activity : root.path("activities")) {
      String id = activity.path("id").asText();
      if (pins.containsKey(id)) {
        pin((ObjectNode) activity, pins.get(id));
      } else if (keptOut.contains(id)) {
        ((ObjectNode) activity).putNull("pinned").putArray("dates");
      }
    }
    return root.toString();
  }

  /** The day is allowed too: whoever lays it there by hand knows of it. */
  private static void pin(ObjectNode activity, WeekSolution.Assignment where) {
    activity.putNull("dates");
    ObjectNode pin = activity.putObject("pinned");
    pin.put("start", where.start().toString()).put("room", where.room().orElse(null));
    where.clinicians().forEach(pin.putArray("clinicians")::add);
  }

  /** The proposed week as a file. */
  public static String write(WeekSolution solution) {
    ObjectNode root = JSON.createObjectNode();
    root.put("format", "iop-week-solution/1").put("problem", solution.problem());
    ArrayNode all = root.putArray("assignments");
    for (WeekSolution.Assignment one : solution.assignments()) {
      ObjectNode row = all.addObject();
      row.put("activity", one.activity()).put("start", one.start().toString());
      row.put("room", one.room().orElse(null));
      one.clinicians().forEach(row.putArray("clinicians")::add);
      one.patients().forEach(row.putArray("patients")::add);
    }
    return root.toPrettyString() + "\n";
  }
}
