package org.daybridge.kit.problem;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.Temporal;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.daybridge.contract.Id;

/** What a field must be, in the words of JSON and not of the program behind it. */
final class FieldKinds {
  private FieldKinds() {}

  static String wanted(Class<?> type) {
    if (type == String.class) {
      return "must be text";
    }
    if (type == UUID.class || Id.class.isAssignableFrom(type)) {
      return "must be a UUID";
    }
    if (type == Boolean.class || type == boolean.class) {
      return "must be true or false";
    }
    if (Number.class.isAssignableFrom(type) || type.isPrimitive()) {
      return whole(type) ? "must be a whole number within its range" : "must be a number";
    }
    if (Temporal.class.isAssignableFrom(type) || type == Duration.class) {
      return moment(type);
    }
    if (Collection.class.isAssignableFrom(type) || type.isArray()) {
      return "must be a list";
    }
    return Map.class.isAssignableFrom(type) || !type.isInterface()
        ? "must be an object"
        : "does not read";
  }

  private static boolean whole(Class<?> type) {
    return type != Double.class
        && type != double.class
        && type != Float.class
        && type != float.class
        && type != java.math.BigDecimal.class;
  }

  private static String moment(Class<?> type) {
    if (type == LocalDate.class) {
      return "must be a date such as 2026-03-09";
    }
    if (type == LocalTime.class) {
      return "must be a time of day such as 17:30";
    }
    if (type == LocalDateTime.class) {
      return "must be a local date and time such as 2026-03-09T17:30:00";
    }
    if (type == Duration.class) {
      return "must be a duration such as PT90M";
    }
    return "must be a time with its offset such as 2026-03-09T17:30:00Z";
  }
}
