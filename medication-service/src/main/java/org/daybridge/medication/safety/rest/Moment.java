package org.daybridge.medication.safety.rest;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A moment as people state it: an instant with offset, a local date and time, or only a day. Of a
 * day the earliest or the latest moment is meant, whichever is the more careful one.
 */
@Schema(implementation = String.class, examples = "2026-11-22T17:00:00Z")
record Moment(LocalDate day, Instant earliest, Instant latest) {

  /** A moment is written as one text and never as an object. */
  @JsonCreator(mode = JsonCreator.Mode.DISABLED)
  Moment {}

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  static Moment of(String text) {
    if (text.length() == 10) {
      var day = LocalDate.parse(text);
      return new Moment(
          day,
          day.atStartOfDay().toInstant(ZoneOffset.UTC),
          day.atTime(LocalTime.of(23, 59, 59)).toInstant(ZoneOffset.UTC));
    }
    boolean hasOffset =
        text.endsWith("Z") || text.lastIndexOf('+') > 10 || text.lastIndexOf('-') > 10;
    var at =
        hasOffset ? OffsetDateTime.parse(text) : LocalDateTime.parse(text).atOffset(ZoneOffset.UTC);
    return new Moment(at.toLocalDate(), at.toInstant(), at.toInstant());
  }
}
