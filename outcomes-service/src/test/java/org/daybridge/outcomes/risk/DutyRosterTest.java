package org.daybridge.outcomes.risk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.daybridge.outcomes.risk.DutyRoster.Desk;
import org.daybridge.outcomes.risk.DutyRoster.ProgramHours;
import org.daybridge.outcomes.risk.DutyRoster.Shift;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DutyRosterTest {
  private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
  private static final UUID OWN = new UUID(1, 1);
  private static final UUID DESK = new UUID(1, 2);
  private static final UUID ON_CALL = new UUID(1, 3);
  private static final UUID DIRECTOR = new UUID(1, 4);
  private static final Instant LONG_AGO = Instant.parse("2026-01-01T00:00:00Z");
  private static final DutyRoster ROSTER =
      new DutyRoster(
          List.of(
              new Shift(DESK, Desk.PROGRAM_HOURS, LONG_AGO, null),
              new Shift(ON_CALL, Desk.ON_CALL, LONG_AGO, null)),
          List.of(DIRECTOR),
          new ProgramHours(LocalTime.of(8, 0), LocalTime.of(20, 0)));

  @ParameterizedTest
  @CsvSource({
    "2026-11-02T12:59:59Z, false", // Monday 07:59:59 in New York
    "2026-11-02T13:00:00Z, true",
    "2026-11-03T00:59:59Z, true", // still Monday 19:59:59
    "2026-11-03T01:00:00Z, false",
    "2026-11-07T16:00:00Z, false" // Saturday
  })
  void alarmsTheOwnClinicianInProgramHoursOnly(Instant at, boolean own) {
    List<UUID> first = ROSTER.chain(at, NEW_YORK, OWN).links().getFirst();
    assertThat(first).containsExactly(own ? OWN : ON_CALL);
  }

  @Test
  void endsWithTheClinicalDirectors() {
    Instant night = Instant.parse("2026-11-03T04:00:00Z");
    assertThat(ROSTER.chain(night, NEW_YORK, OWN).links().getLast()).containsExactly(DIRECTOR);
  }

  @Test
  void leavesOutAShiftThatIsOver() {
    DutyRoster over =
        new DutyRoster(
            List.of(new Shift(ON_CALL, Desk.ON_CALL, LONG_AGO, LONG_AGO.plusSeconds(60))),
            List.of(DIRECTOR),
            ROSTER.hours());
    Instant night = Instant.parse("2026-11-03T04:00:00Z");
    assertThat(over.chain(night, NEW_YORK, null).links()).containsExactly(List.of(DIRECTOR));
  }

  @Test
  void fallsBackOnTheOwnClinicianWhenNobodyElseIsKnown() {
    DutyRoster empty = new DutyRoster(List.of(), List.of(), ROSTER.hours());
    Instant night = Instant.parse("2026-11-03T04:00:00Z");
    assertThat(empty.chain(night, NEW_YORK, OWN).links()).containsExactly(List.of(OWN));
  }
}
