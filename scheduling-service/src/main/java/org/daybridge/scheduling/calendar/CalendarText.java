package org.daybridge.scheduling.calendar;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.zone.ZoneOffsetTransition;
import java.util.List;
import java.util.Locale;

/**
 * A feed as iCalendar text (RFC 5545, RFC 7986). Each title is "Appointment" and private; times are
 * on the wall clock of the site, with the zone's changes spelled out for as long as the feed
 * reaches.
 */
public final class CalendarText {
  private static final DateTimeFormatter LOCAL =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss", Locale.ROOT);
  private static final int LONGEST_LINE = 75;

  private final StringBuilder text = new StringBuilder();

  private CalendarText() {}

  public static String of(List<CalendarEvent> events, boolean busyOnly, Instant now) {
    var calendar = new CalendarText();
    calendar.line("BEGIN:VCALENDAR");
    calendar.line("VERSION:2.0");
    calendar.line("PRODID:-//Daybridge//Calendar//EN");
    calendar.line("METHOD:PUBLISH");
    calendar.line("NAME:" + (busyOnly ? "Busy" : "Appointments"));
    calendar.line("REFRESH-INTERVAL;VALUE=DURATION:PT1H");
    events.stream()
        .map(CalendarEvent::zone)
        .distinct()
        .forEach(zone -> calendar.zone(zone, events));
    events.forEach(event -> calendar.event(event, busyOnly, now));
    calendar.line("END:VCALENDAR");
    return calendar.text.toString();
  }

  private void event(CalendarEvent event, boolean busyOnly, Instant now) {
    String zone = event.zone().getId();
    line("BEGIN:VEVENT");
    line("UID:" + event.id() + "@daybridge");
    line("DTSTAMP:" + utc(now));
    line("DTSTART;TZID=" + zone + ":" + local(event.start(), event.zone()));
    line("DTEND;TZID=" + zone + ":" + local(event.end(), event.zone()));
    line("SEQUENCE:" + event.sequence());
    line("STATUS:" + (event.cancelled() ? "CANCELLED" : "CONFIRMED"));
    line("TRANSP:OPAQUE");
    line("CLASS:PRIVATE");
    line("SUMMARY:" + (busyOnly ? "Busy" : "Appointment"));
    if (!busyOnly) {
      event.place().ifPresent(place -> line("LOCATION:" + escaped(place)));
    }
    line("END:VEVENT");
  }

  private void zone(ZoneId zone, List<CalendarEvent> events) {
    Instant first = events.stream().map(CalendarEvent::start).min(Instant::compareTo).orElseThrow();
    Instant last = events.stream().map(CalendarEvent::end).max(Instant::compareTo).orElseThrow();
    var rules = zone.getRules();
    line("BEGIN:VTIMEZONE");
    line("TZID:" + zone.getId());
    ZoneOffsetTransition change = rules.previousTransition(first);
    if (change == null) {
      ZoneOffset offset = rules.getOffset(first);
      offset("STANDARD", LocalDateTime.of(1970, 1, 1, 0, 0), offset, offset);
    }
    while (change != null && !change.getInstant().isAfter(last)) {
      boolean summer = rules.isDaylightSavings(change.getInstant());
      offset(
          summer ? "DAYLIGHT" : "STANDARD",
          change.getDateTimeBefore(),
          change.getOffsetBefore(),
          change.getOffsetAfter());
      change = rules.nextTransition(change.getInstant());
    }
    line("END:VTIMEZONE");
  }

  private void offset(String kind, LocalDateTime start, ZoneOffset from, ZoneOffset to) {
    line("BEGIN:" + kind);
    line("DTSTART:" + LOCAL.format(start));
    line("TZOFFSETFROM:" + digits(from));
    line("TZOFFSETTO:" + digits(to));
    line("END:" + kind);
  }

  private static String digits(ZoneOffset offset) {
    int minutes = Math.abs(offset.getTotalSeconds()) / 60;
    String sign = offset.getTotalSeconds() < 0 ? "-" : "+";
    return sign + "%02d%02d".formatted(minutes / 60, minutes % 60);
  }

  private static String utc(Instant at) {
    return LOCAL.format(at.atOffset(ZoneOffset.UTC)) + "Z";
  }

  private static String local(Instant at, ZoneId zone) {
    return LOCAL.format(at.atZone(zone));
  }

  private static String escaped(String value) {
    return value.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,").replace("\n", "\\n");
  }

  /** A line is folded before it grows longer than 75. */
  private void line(String line) {
    String rest = line;
    while (rest.length() > LONGEST_LINE) {
      text.append(rest, 0, LONGEST_LINE).append("\r\n ");
      rest = rest.substring(LONGEST_LINE);
    }
    text.append(rest).append("\r\n");
  }
}
