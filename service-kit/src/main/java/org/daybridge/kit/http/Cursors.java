package org.daybridge.kit.http;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.daybridge.kit.problem.BadRequest;

/** Cursors: the sort key of the last item shown, opaque to the caller. */
public final class Cursors {
  private Cursors() {}

  public static String write(String key) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(key.getBytes(StandardCharsets.UTF_8));
  }

  public static String read(String cursor) {
    try {
      return new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw BadRequest.field("cursor", "is not one that this list gave");
    }
  }
}
