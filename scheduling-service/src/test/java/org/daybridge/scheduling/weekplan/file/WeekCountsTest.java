package org.daybridge.scheduling.weekplan.file;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.daybridge.scheduling.weekplan.Recount;
import org.daybridge.scheduling.weekplan.UnreadableWeek;
import org.daybridge.scheduling.weekplan.WeekSolution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each code of the weekly problem: a week that keeps it, and one edit that breaks it. */
class WeekCountsTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @Test
  void theHandMadeWeekKeepsEveryRuleGivesAllCareAndMeetsEveryWish() throws Exception {
    assertThat(counted(List.of())).isEmpty();
  }

  @ParameterizedTest(name = "{0} counts {1}: {2}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "H01 | 1 | plan /assignments/0/activity \"nobody\"",
        "H01 | 1 | plan /assignments/3/start \"2026-03-02T12:05\"",
        "H02 | 1 | week /sites/0/openings/0/from \"10:00\"",
        "H03 | 1 | week /activities/0/dates [\"2026-03-03\"]",
        "H03 | 1 | week /activities/0/pinned {\"start\":\"2026-03-02T10:00\",\"room\":\"big\",\"clinicians\":[\"anna\"]}",
        "H03 | 1 | week /activities/4/pinned {\"start\":\"2026-03-03T10:00\",\"room\":\"big\",\"clinicians\":[\"anna\"]}",
        "H04 | 1 | plan /assignments/3/room \"big\"",
        "H04 | 3 | week /rooms/0/capacity 4",
        "H05 | 1 | plan /assignments/1/start \"2026-03-02T09:30\"",
        "H06 | 1 | plan /assignments/3/start \"2026-03-02T10:30\"",
        "H07 | 1 | week /clinicians/0/availability/0/from \"10:00\"",
        "H08 | 1 | plan /assignments/0/clinicians []",
        "H08 | 2 | week /clinicians/1/role \"nurse\"",
        "H09 | 2 | week /clinicians/1/supervisors []",
        "H10 | 1 | week /clinicians/0/maxDayMinutes 60",
        "H10 | 2 | week /clinicians/0/maxRunMinutes 30",
        "H11 | 4 | plan /assignments/1/start \"2026-03-02T09:30\"",
        "H12 | 1 | week /patients/0/availability/0/from \"10:00\"",
        "H12 | 2 | week /patients/0/timeZone \"America/Los_Angeles\"",
        "H13 | 3 | week /patients/0/program \"other\"",
        "H14 | 1 | week /activities/0/minPatients 5",
        "H14 | 1 | plan /assignments/3/patients [\"p2\"]",
        "H15 | 3 | week /noContact [[\"p1\",\"p2\"]]",
        "H16 | 2 | week /patients/0/excludedClinicians [\"anna\"]",
        "H16 | 1 | week /patients/0/clinicianGender \"female\"",
        "H17 | 1 | week /patients/0/maxWeekMinutes 200",
        "H17 | 1 | week /patients/0/maxDays 0",
        "H17 | 1 | week /patients/0/maxDayMinutes 200",
        "M01 | 4 | week /patients/0/minWeekMinutes 300",
        "M02 | 8 | week /patients/0/needs/0/minMinutes 120",
        "M03 | 20 | week /activities/4/mandatory true",
        "M04 | 6 | week /patients/0/minDayMinutes 300",
        "M05 | 10 | week /patients/0/minDays 2",
        "S1 | 5 | week /activities/0/continuity \"ben\"",
        "S2 | 5 | week /activities/1/series \"s1\"",
        "S10 | 6 | week /activities/0/before {\"start\":\"2026-03-02T10:00\",\"people\":3,\"weight\":2}",
        "S3 | 2 | plan /assignments/3/start \"2026-03-02T12:30\"",
        "S4 | 4 | week /patients/0/preferred \"evening\"",
        "S5 | 25 | week /noContact [[\"p1\",\"p2\"]]",
        "S6 | 2 | week /activities/0/targetPatients 8",
        "S7 | 1 | week /clinicians/0/maxWeekMinutes 120",
        "S9 | 3 | week /activities/4/series \"s2\" ; week /patients/0/currentSeries [\"s1\"] ; plan /assignments/0/patients [\"p2\",\"p3\",\"p4\"]",
      })
  void oneEditBreaksIt(String code, long points, String edits) throws Exception {
    assertThat(counted(List.of(edits.split(" ; ")))).containsEntry(code, points);
  }

  @Test
  void moreThanThreeNewcomersInAnOpenGroupCountTwoEach() throws Exception {
    List<String> edits = new ArrayList<>();
    for (int p = 0; p < 4; p++) {
      edits.add("week /patients/" + p + "/weekInProgram 1");
    }
    assertThat(counted(edits)).isEqualTo(Map.of("S8", 6L));
  }

  private static Map<String, Long> counted(List<String> edits) throws IOException, UnreadableWeek {
    JsonNode week = sample("tiny-week.json");
    JsonNode plan = sample("tiny-plan.json");
    for (String edit : edits) {
      String[] parts = edit.strip().split(" ", 3);
      edit(parts[0].equals("week") ? week : plan, parts[1], JSON.readTree(parts[2]));
    }
    return Recount.of(WeekFile.read(week.toString()), solution(plan));
  }

  private static void edit(JsonNode root, String pointer, JsonNode value) {
    int last = pointer.lastIndexOf('/');
    JsonNode parent = root.at(pointer.substring(0, last));
    assertThat(parent.has(pointer.substring(last + 1))).as(pointer).isTrue();
    ((ObjectNode) parent).set(pointer.substring(last + 1), value);
  }

  static JsonNode sample(String name) throws IOException {
    try (var in = WeekCountsTest.class.getResourceAsStream("/weekplan/" + name)) {
      return JSON.readTree(in);
    }
  }

  private static WeekSolution solution(JsonNode plan) {
    List<WeekSolution.Assignment> all = new ArrayList<>();
    for (JsonNode one : plan.path("assignments")) {
      all.add(
          new WeekSolution.Assignment(
              one.path("activity").asText(),
              java.time.LocalDateTime.parse(one.path("start").asText()),
              Optional.of(one.path("room").asText()),
              texts((ArrayNode) one.path("clinicians")),
              texts((ArrayNode) one.path("patients"))));
    }
    return new WeekSolution(plan.path("problem").asText(), all);
  }

  private static List<String> texts(ArrayNode array) {
    List<String> texts = new ArrayList<>();
    array.forEach(one -> texts.add(one.asText()));
    return texts;
  }
}
