package org.daybridge.local.sample;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * A file of the sample clinic. Its dates are written relative to the day of loading, as in
 * {@code @today+365}, so that the sample never grows old.
 */
final class SampleFile {

  private static final Pattern RELATIVE = Pattern.compile("@today([+-]\\d+)?");

  private SampleFile() {}

  static JsonObject object(String name, LocalDate today) throws IOException {
    return new JsonObject(Buffer.buffer(read(name, today)));
  }

  static JsonArray array(String name, LocalDate today) throws IOException {
    return new JsonArray(Buffer.buffer(read(name, today)));
  }

  private static String read(String name, LocalDate today) throws IOException {
    try (InputStream file = SampleFile.class.getResourceAsStream("/sample/" + name)) {
      if (file == null) {
        throw new IOException("The sample has no file " + name);
      }
      return dated(new String(file.readAllBytes(), StandardCharsets.UTF_8), today);
    }
  }

  static String dated(String text, LocalDate today) {
    return RELATIVE.matcher(text).replaceAll(found -> date(found, today));
  }

  private static String date(MatchResult found, LocalDate today) {
    String days = found.group(1);
    return today.plusDays(days == null ? 0 : Long.parseLong(days)).toString();
  }
}
