package org.daybridge.scheduling.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.Component;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CalendarTextTest {
  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

  @Test
  void aTitleNeverSaysWhatItIs() {
    String text =
        CalendarText.of(List.of(event("America/New_York", "2026-03-02T18:00")), false, NOW);

    assertThat(text)
        .contains(
            "SUMMARY:Appointment\r\n", "CLASS:PRIVATE\r\n", "LOCATION:12 Elm Street\\, Floor 2")
        .doesNotContainIgnoringCase("therapy")
        .doesNotContainIgnoringCase("group");
  }

  @Test
  void aBusyOnlyFeedSaysNoPlaceEither() {
    assertThat(CalendarText.of(List.of(event("America/New_York", "2026-03-02T18:00")), true, NOW))
        .contains("SUMMARY:Busy")
        .doesNotContain("LOCATION");
  }

  @ParameterizedTest
  @CsvSource({
    "America/New_York, 2026-03-07T18:00, 2026-03-09T18:00, TZOFFSETTO:-0400",
    "Europe/Berlin,    2026-03-28T18:00, 2026-03-30T18:00, TZOFFSETTO:+0200",
    "Australia/Sydney, 2026-04-04T18:00, 2026-04-06T18:00, TZOFFSETTO:+1000",
  })
  void theZonesChangesAreSpelledOut(String zone, String before, String after, String offset)
      throws Exception {
    String text = CalendarText.of(List.of(event(zone, before), event(zone, after)), false, NOW);

    assertThat(text).contains("TZID:" + zone, offset);
    assertThat(text.lines()).allMatch(line -> line.length() <= 76);
    var read = new CalendarBuilder().build(new StringReader(text));
    assertThat(read.getComponents(Component.VEVENT)).hasSize(2);
    assertThat(read.getComponents(Component.VTIMEZONE)).hasSize(1);
  }

  @Test
  void anEmptyFeedIsACalendar() {
    assertThat(CalendarText.of(List.of(), false, NOW)).startsWith("BEGIN:VCALENDAR");
  }

  private static CalendarEvent event(String zone, String local) {
    Instant start = LocalDateTime.parse(local).atZone(ZoneId.of(zone)).toInstant();
    return new CalendarEvent(
        UUID.randomUUID(),
        start,
        start.plusSeconds(3600),
        ZoneId.of(zone),
        1,
        false,
        Optional.of("12 Elm Street, Floor 2"));
  }
}
