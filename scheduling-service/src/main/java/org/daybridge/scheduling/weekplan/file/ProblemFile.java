package org.daybridge.scheduling.weekplan.file;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.List;
import org.daybridge.scheduling.weekplan.WeekProblem;
import org.daybridge.scheduling.weekplan.WeekProblem.Activity;
import org.daybridge.scheduling.weekplan.WeekProblem.Clinician;
import org.daybridge.scheduling.weekplan.WeekProblem.Patient;
import org.daybridge.scheduling.weekplan.WeekProblem.Window;

/** Writes {@code iop-week/1}; what {@link WeekFile} reads of it is the same problem. */
public final class ProblemFile {
  private static final ObjectMapper JSON = new ObjectMapper();

  private ProblemFile() {}

  /** The problem as a file. */
  public static String write(WeekProblem problem) {
    ObjectNode root = JSON.createObjectNode();
    root.put("format", "iop-week/1").put("name", problem.name());
    root.put("weekStart", problem.weekStart().toString())
        .put("days", 7)
        .put("gridMinutes", problem.grid());
    root.put("timeZone", problem.zone().getId());
    ArrayNode sites = root.putArray("sites");
    for (WeekProblem.Site one : problem.sites()) {
      windows(sites.addObject().put("id", one.id()), "openings", one.openings());
    }
    ArrayNode rooms = root.putArray("rooms");
    for (WeekProblem.Room one : problem.rooms()) {
      ObjectNode room = rooms.addObject().put("id", one.id()).put("site", one.site());
      texts(room.put("capacity", one.capacity()), "features", one.features());
    }
    ObjectNode types = root.putObject("activityTypes");
    for (WeekProblem.ActivityType one : problem.types().values()) {
      ObjectNode type = texts(types.putObject(one.id()), "roles", one.roles());
      type.put("group", one.group()).put("clinicalHours", one.clinicalHours());
    }
    ArrayNode clinicians = root.putArray("clinicians");
    problem.clinicians().forEach(one -> clinician(clinicians.addObject(), one));
    ArrayNode patients = root.putArray("patients");
    problem.patients().forEach(one -> patient(patients.addObject(), one));
    ArrayNode pairs = root.putArray("noContact");
    problem.noContact().forEach(one -> pairs.addArray().add(one.one()).add(one.other()));
    ArrayNode activities = root.putArray("activities");
    problem.activities().forEach(one -> activity(activities.addObject(), one));
    return root.toString();
  }

  private static void clinician(ObjectNode to, Clinician one) {
    to.put("id", one.id()).put("role", one.role()).put("gender", one.gender());
    texts(to, "languages", one.languages());
    texts(to, "credentials", one.credentials());
    texts(to.put("supervised", one.supervised()), "supervisors", one.supervisors());
    texts(to, "sites", one.sites());
    windows(to, "availability", one.availability());
    to.put("maxDayMinutes", one.maxDayMinutes()).put("maxWeekMinutes", one.maxWeekMinutes());
    to.put("maxRunMinutes", one.maxRunMinutes()).put("breakMinutes", one.breakMinutes());
  }

  private static void patient(ObjectNode to, Patient one) {
    to.put("id", one.id()).put("program", one.program()).put("gender", one.gender());
    texts(to, "languages", one.languages());
    to.put("site", one.site()).put("modality", one.modality());
    one.zone().ifPresent(zone -> to.put("timeZone", zone.getId()));
    windows(to, "availability", one.availability());
    to.put("minWeekMinutes", one.minWeekMinutes()).put("maxWeekMinutes", one.maxWeekMinutes());
    to.put("minDays", one.minDays()).put("maxDays", one.maxDays());
    to.put("minDayMinutes", one.minDayMinutes()).put("maxDayMinutes", one.maxDayMinutes());
    ArrayNode needs = to.putArray("needs");
    one.needs()
        .forEach(
            need ->
                needs.addObject().put("type", need.type()).put("minMinutes", need.minMinutes()));
    texts(to, "excludedClinicians", one.excludedClinicians());
    one.clinicianGender().ifPresent(gender -> to.put("clinicianGender", gender));
    one.preferred().ifPresent(preferred -> to.put("preferred", preferred));
    texts(to.put("weekInProgram", one.weekInProgram()), "currentSeries", one.currentSeries());
  }

  private static void activity(ObjectNode to, Activity one) {
    to.put("id", one.id());
    one.series().ifPresent(series -> to.put("series", series));
    to.put("type", one.type());
    one.programs().ifPresent(programs -> texts(to, "programs", programs));
    to.put("site", one.site()).put("modality", one.modality());
    to.put("durationMinutes", one.durationMinutes()).put("minPatients", one.minPatients());
    to.put("maxPatients", one.maxPatients());
    one.targetPatients().ifPresent(target -> to.put("targetPatients", target));
    one.roster().ifPresent(roster -> texts(to, "roster", roster));
    to.put("clinicianCount", one.clinicianCount());
    one.credential().ifPresent(credential -> to.put("credential", credential));
    one.gender().ifPresent(gender -> to.put("gender", gender));
    one.language().ifPresent(language -> to.put("language", language));
    texts(to, "roomFeatures", one.roomFeatures()).put("mandatory", one.mandatory());
    one.dates()
        .ifPresent(
            dates -> texts(to, "dates", dates.stream().map(Object::toString).sorted().toList()));
    one.pinned()
        .ifPresent(
            pin -> {
              ObjectNode pinned = to.putObject("pinned").put("start", pin.start().toString());
              texts(pinned.put("room", pin.room().orElse(null)), "clinicians", pin.clinicians());
            });
    one.continuity().ifPresent(who -> to.put("continuity", who));
    to.put("continuityWeight", one.continuityWeight());
    one.before()
        .ifPresent(
            before ->
                to.putObject("before")
                    .put("start", before.start().toString())
                    .put("people", before.people())
                    .put("weight", before.weight()));
  }

  private static void windows(ObjectNode to, String name, List<Window> windows) {
    ArrayNode all = to.putArray(name);
    for (Window one : windows) {
      ObjectNode window = all.addObject().put("date", one.date().toString());
      window.put("from", time(one.from())).put("to", time(one.to()));
    }
  }

  private static String time(int minutes) {
    return "%02d:%02d".formatted(minutes / 60, minutes % 60);
  }

  private static ObjectNode texts(ObjectNode to, String name, Collection<String> texts) {
    ArrayNode all = to.putArray(name);
    texts.stream().forEach(all::add);
    return to;
  }
}
