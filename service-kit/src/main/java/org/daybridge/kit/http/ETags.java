package org.daybridge.kit.http;

import org.daybridge.kit.problem.BadRequest;
import org.jspecify.annotations.Nullable;

/** Versions as entity tags: what a reader saw, a writer must name. */
public final class ETags {
  private ETags() {}

  public static String of(long version) {
    return "\"" + version + "\"";
  }

  /** Refuses a write without If-Match (428) or with one that is not the present version (412). */
  public static void require(@Nullable String ifMatch, long version) {
    if (ifMatch == null || ifMatch.isBlank()) {
      throw new BadRequest(
          "if-match-missing", "Send the ETag that you read in If-Match.", java.util.List.of());
    }
    String named = ifMatch.trim();
    if (named.startsWith("W/")) {
      named = named.substring(2);
    }
    if (!named.equals(of(version))) {
      throw new BadRequest(
          "version-is-stale", "It was changed since you read it.", java.util.List.of());
    }
  }
}
