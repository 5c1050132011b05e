package org.daybridge.scheduling.recurrence;

import static org.daybridge.kit.decision.Decision.refused;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.daybridge.kit.decision.Decision;
import org.daybridge.scheduling.recurrence.RecurrenceRule.Frequency;
import org.daybridge.scheduling.recurrence.RecurrenceRule.WeekdayOccurrence;

/** Reads the text of an RRULE into its parts; what the parts may say together is RuleChecks'. */
final class RuleText {
  private static final Pattern PART = Pattern.compile("([A-Z-]+)=(.+)");
  private static final Pattern DAY = Pattern.compile("([+-]?\\d{0,3})(MO|TU|WE|TH|FR|SA|SU)");
  private static final Pattern NUMBER = Pattern.compile("[+-]?\\d{1,9}");
  private static final DateTimeFormatter UTC =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT);
  private static final List<String> DAYS = List.of("MO", "TU", "WE", "TH", "FR", "SA", "SU");
  private static final Set<String> KNOWN =
      Set.of(
          "FREQ",
          "INTERVAL",
          "COUNT",
          "UNTIL",
          "WKST",
          "BYMONTH",
          "BYWEEKNO",
          "BYYEARDAY",
          "BYMONTHDAY",
          "BYDAY",
          "BYHOUR",
          "BYMINUTE",
          "BYSECOND",
          "BYSETPOS");

  private final Map<String, String> parts = new LinkedHashMap<>();

  private RuleText() {}

  static Decision<RecurrenceRule, Void> parse(String text) {
    try {
      return RuleChecks.check(new RuleText().read(text));
    } catch (Unreadable unreadable) {
      return refused(unreadable.rule, unreadable.getMessage());
    }
  }

  private RecurrenceRule read(String text) {
    for (String part : text.strip().toUpperCase(Locale.ROOT).split(";", -1)) {
      var match = PART.matcher(part);
      if (!match.matches() || !KNOWN.contains(match.group(1))) {
        throw new Unreadable("recurrence-rule-readable", "\"" + shortened(part) + "\" is no part");
      }
      if (parts.put(match.group(1), match.group(2)) != null) {
        throw new Unreadable("recurrence-part-once", match.group(1) + " is given more than once");
      }
    }
    return new RecurrenceRule(
        frequency(),
        whole("INTERVAL").orElse(1),
        whole("COUNT"),
        until(),
        numbers("BYMONTH", n -> n >= 1 && n <= 12),
        numbers("BYWEEKNO", signed(53)),
        numbers("BYYEARDAY", signed(366)),
        numbers("BYMONTHDAY", signed(31)),
        days(),
        numbers("BYHOUR", n -> n >= 0 && n <= 23),
        numbers("BYMINUTE", n -> n >= 0 && n <= 59),
        numbers("BYSECOND", n -> n >= 0 && n <= 60),
        numbers("BYSETPOS", signed(366)),
        weekStart());
  }

  private Frequency frequency() {
    String value = parts.get("FREQ");
    if (value == null) {
      throw new Unreadable("recurrence-frequency-given", "FREQ is missing");
    }
    for (Frequency frequency : Frequency.values()) {
      if (frequency.name().equals(value)) {
        return frequency;
      }
    }
    throw unreadable("FREQ");
  }

  private Optional<Integer> whole(String name) {
    String value = parts.get(name);
    if (value == null) {
      return Optional.empty();
    }
    if (!NUMBER.matcher(value).matches()) {
      throw unreadable(name);
    }
    return Optional.of(Integer.valueOf(value));
  }

  /** With a zoned start, UNTIL is a UTC time; a date or a local time would mean two things. */
  private Optional<Instant> until() {
    String value = parts.get("UNTIL");
    if (value == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(LocalDateTime.parse(value, UTC).toInstant(ZoneOffset.UTC));
    } catch (DateTimeException notUtc) {
      throw new Unreadable(
          "recurrence-until-in-utc", "UNTIL must be a UTC time such as 20261231T235959Z");
    }
  }

  private SortedSet<Integer> numbers(String name, Predicate<Integer> inRange) {
    var found = new TreeSet<Integer>();
    String value = parts.get(name);
    if (value != null) {
      for (String item : value.split(",", -1)) {
        if (!NUMBER.matcher(item).matches() || !inRange.test(Integer.valueOf(item))) {
          throw unreadable(name);
        }
        found.add(Integer.valueOf(item));
      }
    }
    return found;
  }

  private static Predicate<Integer> signed(int limit) {
    return n -> n != 0 && Math.abs(n) <= limit;
  }

  private List<WeekdayOccurrence> days() {
    var found = new ArrayList<WeekdayOccurrence>();
    String value = parts.get("BYDAY");
    if (value != null) {
      for (String item : value.split(",", -1)) {
        var match = DAY.matcher(item);
        if (!match.matches()) {
          throw unreadable("BYDAY");
        }
        int ordinal = match.group(1).isEmpty() ? 0 : ordinal(match.group(1));
        found.add(new WeekdayOccurrence(ordinal, day(match.group(2))));
      }
    }
    return found;
  }

  private static int ordinal(String text) {
    if (!NUMBER.matcher(text).matches()) {
      throw unreadable("BYDAY");
    }
    int ordinal = Integer.parseInt(text);
    if (ordinal == 0 || Math.abs(ordinal) > 53) {
      throw unreadable("BYDAY");
    }
    return ordinal;
  }

  private DayOfWeek weekStart() {
    String value = parts.getOrDefault("WKST", "MO");
    if (!DAYS.contains(value)) {
      throw unreadable("WKST");
    }
    return day(value);
  }

  private static DayOfWeek day(String code) {
    return DayOfWeek.of(DAYS.indexOf(code) + 1);
  }

  private static Unreadable unreadable(String name) {
    return new Unreadable("recurrence-rule-readable", name + " has a value that it cannot have");
  }

  private static String shortened(String part) {
    return part.length() <= 20 ? part : part.substring(0, 20) + "…";
  }

  /** Leaves the reader at the first part that cannot be read; never leaves this class. */
  private static final class Unreadable extends RuntimeException {
    private final transient String rule;

    Unreadable(String rule, String because) {
      super(because, null, false, false);
      this.rule = rule;
    }
  }
}
