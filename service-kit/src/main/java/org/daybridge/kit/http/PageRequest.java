package org.daybridge.kit.http;

import java.util.UUID;
import org.daybridge.kit.problem.BadRequest;
import org.jspecify.annotations.Nullable;

/**
 * Which page is asked for: at most 200 items, 50 unless told, after the item that the cursor names.
 */
public record PageRequest(int limit, @Nullable String after) {
  private static final int USUAL = 50;
  private static final int MOST = 200;

  public static PageRequest of(@Nullable Integer limit, @Nullable String cursor) {
    int asked = limit == null ? USUAL : limit;
    if (asked < 1 || asked > MOST) {
      throw BadRequest.field("limit", "must be from 1 to " + MOST);
    }
    return new PageRequest(asked, cursor == null ? null : Cursors.read(cursor));
  }

  /** The id after which the page goes on, in a list that goes by id. */
  public @Nullable UUID afterId() {
    if (after == null) return null;
    try {
      return UUID.fromString(after);
    } catch (IllegalArgumentException e) {
      throw BadRequest.field("cursor", "is not one that this list gave");
    }
  }

  /** How many rows to read: one more than is shown. */
  public int rows() {
    return limit + 1;
  }
}
