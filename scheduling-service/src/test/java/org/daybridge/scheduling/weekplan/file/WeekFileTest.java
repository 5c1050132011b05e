package org.daybridge.scheduling.weekplan.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import org.daybridge.scheduling.weekplan.UnreadableWeek;
import org.daybridge.scheduling.weekplan.WeekProblem;
import org.junit.jupiter.api.Test;

class WeekFileTest {
  @Test
  void aFileThatIsNoJsonSaysInWhichLine() {
    assertThat(faults("{\n\"format\": ")).singleElement().asString().contains("line 2");
    assertThat(faults("[]")).containsExactly("/: an object");
  }

  @Test
  void everyFaultIsToldAtOnceWithItsPlace() throws Exception {
    JsonNode week = WeekCountsTest.sample("tiny-week.json");
    ((ObjectNode) week.at("/activities/0")).put("durationMinutes", 0);
    ((ObjectNode) week.at("/patients/2")).put("modality", "by letter");
    ((ObjectNode) week.at("/clinicians/1/availability/0")).put("from", "25:00");
    ((ObjectNode) week.at("/rooms/0")).remove("capacity");
    ((ObjectNode) week).put("gridMinutes", 10);
    assertThat(faults(week.toString()))
        .contains(
            "/activities/0/durationMinutes: a whole number from 1 to 1440",
            "/patients/2/modality: one of either, in_person, telehealth",
            "/clinicians/1/availability/0/from: a time such as 09:15",
            "/rooms/0/capacity: a whole number from 1 to 500",
            "/gridMinutes: 15 or 5")
        .hasSize(5);
  }

  @Test
  void aNameThatTheFileDoesNotHaveOrHasTwiceIsAFault() throws Exception {
    JsonNode week = WeekCountsTest.sample("tiny-week.json");
    ((ObjectNode) week.at("/activities/0")).put("site", "elsewhere");
    ((ObjectNode) week.at("/patients/1")).put("id", "p1");
    assertThat(faults(week.toString()))
        .contains(
            "/activities/0/site: a name of this file", "/patients/1/id: a name that no other has");
  }

  @Test
  void aWeekBeginsOnAMonday() throws Exception {
    JsonNode week = WeekCountsTest.sample("tiny-week.json");
    ((ObjectNode) week).put("weekStart", "2026-03-03");
    assertThat(faults(week.toString())).contains("/weekStart: a Monday");
  }

  @Test
  void whatIsWrittenIsReadAsTheSame() throws Exception {
    WeekProblem tiny = WeekFile.read(WeekCountsTest.sample("tiny-week.json").toString());
    WeekProblem.Activity first = tiny.activities().getFirst();
    var before = new WeekProblem.Before(tiny.weekStart().atTime(9, 0), 3, 2);
    WeekProblem known = tiny.withActivities(List.of(first.withBefore(Optional.of(before))));
    assertThat(WeekFile.read(ProblemFile.write(tiny))).isEqualTo(tiny);
    assertThat(WeekFile.read(ProblemFile.write(known))).isEqualTo(known);
  }

  private static List<String> faults(String text) {
    List<String> faults = new java.util.ArrayList<>();
    assertThatThrownBy(() -> WeekFile.read(text))
        .isInstanceOfSatisfying(UnreadableWeek.class, e -> faults.addAll(e.faults()));
    return faults;
  }
}
