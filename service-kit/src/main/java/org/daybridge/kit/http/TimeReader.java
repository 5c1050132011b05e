package org.daybridge.kit.http;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.module.SimpleDeserializers;
import com.fasterxml.jackson.datatype.jsr310.deser.DurationDeserializer;
import com.fasterxml.jackson.datatype.jsr310.deser.InstantDeserializer;
import com.fasterxml.jackson.datatype.jsr310.deser.LocalDateDeserializer;
import com.fasterxml.jackson.datatype.jsr310.deser.LocalDateTimeDeserializer;
import com.fasterxml.jackson.datatype.jsr310.deser.LocalTimeDeserializer;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.regex.Pattern;

/**
 * Reads a date or time from its ISO text and from nothing else. By itself Jackson would also take
 * 20260230 as so many seconds, an array of numbers, or the date out of a date with a time.
 *
 * @param <T> the date or time
 */
final class TimeReader<T> extends StdScalarDeserializer<T> {
  private static final Pattern BARE_NUMBER = Pattern.compile("[-+]?[\\d.]*");
  private static final Pattern DATE = Pattern.compile("\\d{4}-\\d\\d-\\d\\d");

  private final transient JsonDeserializer<? extends T> reader;
  private final boolean dateOnly;

  private TimeReader(Class<T> type, JsonDeserializer<? extends T> reader) {
    super(type);
    this.reader = reader;
    this.dateOnly = type == LocalDate.class;
  }

  static void addAll(SimpleDeserializers to) {
    add(to, Instant.class, InstantDeserializer.INSTANT);
    add(to, OffsetDateTime.class, InstantDeserializer.OFFSET_DATE_TIME);
    add(to, ZonedDateTime.class, InstantDeserializer.ZONED_DATE_TIME);
    add(to, LocalDate.class, LocalDateDeserializer.INSTANCE);
    add(to, LocalTime.class, LocalTimeDeserializer.INSTANCE);
    add(to, LocalDateTime.class, LocalDateTimeDeserializer.INSTANCE);
    add(to, Duration.class, DurationDeserializer.INSTANCE);
  }

  private static <T> void add(
      SimpleDeserializers to, Class<T> type, JsonDeserializer<? extends T> reader) {
    to.addDeserializer(type, new TimeReader<>(type, reader));
  }

  @Override
  public T deserialize(JsonParser in, DeserializationContext context) throws IOException {
    if (in.hasToken(JsonToken.VALUE_STRING)) {
      String text = in.getText().trim();
      boolean iso = dateOnly ? DATE.matcher(text).matches() : !BARE_NUMBER.matcher(text).matches();
      if (iso) {
        return reader.deserialize(in, context);
      }
    }
    return context.reportInputMismatch(this, "is not the ISO text of a date or time");
  }
}
