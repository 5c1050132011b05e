package org.daybridge.scheduling.series;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import org.daybridge.scheduling.series.TemplateRules.Flaw;
import org.daybridge.scheduling.series.TemplateRules.Model;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TemplateTest {
  private static final LocalTime EVENING = LocalTime.of(17, 0);
  private static final TemplateSlot MORNING =
      new TemplateSlot("mon-1", DayOfWeek.MONDAY, LocalTime.of(9, 0), 60);

  @ParameterizedTest
  @CsvSource({
    "America/New_York, 2026-02-25, 2026-03-02T14:00:00Z, 2026-03-09T13:00:00Z",
    "Europe/Berlin,    2026-03-23, 2026-03-23T08:00:00Z, 2026-03-30T07:00:00Z",
    "Australia/Sydney, 2026-03-24, 2026-03-29T22:00:00Z, 2026-04-05T23:00:00Z",
  })
  void aWeeklySlotKeepsItsWallClockTimeAcrossAChange(
      ZoneId zone, LocalDate from, String first, String second) {
    assertThat(MORNING.weeklyFrom(from, zone).first(2))
        .extracting(occurrence -> occurrence.instant().toString())
        .containsExactly(first, second);
  }

  @Test
  void slotsMayTouchAndNotOverlap() {
    assertThat(flaw(Model.DAYTIME, MORNING, slot("mon-2", "10:00"))).isNull();
    assertThat(flaw(Model.DAYTIME, MORNING, slot("mon-2", "09:59")))
        .isEqualTo("patient-double-booked");
  }

  @Test
  void aKeyIsGivenOnce() {
    assertThat(flaw(Model.DAYTIME, MORNING, slot("mon-1", "10:00"))).isEqualTo("slot-key-once");
  }

  @ParameterizedTest
  @CsvSource({
    "DAYTIME, 16:59, ",
    "DAYTIME, 17:00, schedule-model",
    "EVENING, 18:00, schedule-model",
    "HYBRID, 18:00, ",
    "HYBRID, 11:00, schedule-model",
    "CUSTOM, 18:00, ",
  })
  void theModelSaysWhenInTheDayTheTrackMeets(Model model, String second, String rule) {
    assertThat(flaw(model, MORNING, slot("mon-2", second))).isEqualTo(rule);
  }

  private static TemplateSlot slot(String key, String time) {
    return new TemplateSlot(key, DayOfWeek.MONDAY, LocalTime.parse(time), 60);
  }

  private static String flaw(Model model, TemplateSlot... slots) {
    return TemplateRules.flaw(Arrays.asList(slots), model, EVENING).map(Flaw::rule).orElse(null);
  }
}
