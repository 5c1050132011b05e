package org.daybridge.scheduling.weekplan.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.daybridge.scheduling.weekplan.PinConflicts;
import org.daybridge.scheduling.weekplan.PinConflicts.Conflict;
import org.daybridge.scheduling.weekplan.UnreadableWeek;
import org.junit.jupiter.api.Test;

/** Pins that can't stand are told with their rule and sessions; those that can are left alone. */
class PinConflictsTest {
  private String week = read();

  @Test
  void pinsThatCanStandAreNoConflict() throws UnreadableWeek {
    pin("g1", "2026-03-02T09:00", "big", "anna");
    pin("g2", "2026-03-02T10:00", "big", "ben");
    pin("i1", "2026-03-02T11:00", "small", "anna");
    assertThat(conflicts()).isEmpty();
  }

  @Test
  void oneClinicianAndOneRoomCanNotBeHadTwice() throws UnreadableWeek {
    pin("g1", "2026-03-02T09:00", "big", "anna");
    pin("g2", "2026-03-02T09:30", "big", "anna");
    pin("g3", "2026-03-02T11:00", "big", "ben");
    assertThat(conflicts())
        .containsExactlyInAnyOrder(
            new Conflict("H05", List.of("g1", "g2")), new Conflict("H06", List.of("g1", "g2")));
  }

  @Test
  void aPinOutsideOpeningHoursBreaksThemAlone() throws UnreadableWeek {
    pin("g1", "2026-03-07T09:00", "big", "anna");
    assertThat(conflicts())
        .contains(new Conflict("H02", List.of("g1")), new Conflict("H07", List.of("g1")));
  }

  @Test
  void aRoomWithoutWhatTheSessionNeedsIsTold() throws UnreadableWeek {
    pin("g1", "2026-03-02T09:00", "small", "anna");
    assertThat(conflicts()).containsExactly(new Conflict("H04", List.of("g1")));
  }

  @Test
  void aLimitThatOnlyTheSumBreaksNamesAllOfIt() throws UnreadableWeek {
    week = week.replace("\"maxDayMinutes\": 480", "\"maxDayMinutes\": 150");
    pin("g1", "2026-03-02T09:00", "big", "anna");
    pin("g2", "2026-03-02T12:00", "big", "anna");
    pin("g3", "2026-03-02T15:00", "big", "anna");
    assertThat(conflicts()).containsExactly(new Conflict("H10", List.of("g1", "g2", "g3")));
  }

  @Test
  void theListedPatientMustBeThere() throws UnreadableWeek {
    pin("i1", "2026-03-06T09:00", "small", "anna");
    assertThat(conflicts()).containsExactly(new Conflict("H12", List.of("i1")));
  }

  private List<Conflict> conflicts() throws UnreadableWeek {
    return PinConflicts.of(WeekFile.read(week));
  }

  private void pin(String activity, String start, String room, String clinician) {
    int at = week.indexOf("\"pinned\": null", week.indexOf("\"id\": \"" + activity + "\""));
    week =
        week.substring(0, at)
            + "\"pinned\": {\"start\": \"%s\", \"room\": \"%s\", \"clinicians\": [\"%s\"]}"
                .formatted(start, room, clinician)
            + week.substring(at + "\"pinned\": null".length());
  }

  private static String read() {
    try {
      return Files.readString(Path.of("src/test/resources/weekplan/tiny-week.json"));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
