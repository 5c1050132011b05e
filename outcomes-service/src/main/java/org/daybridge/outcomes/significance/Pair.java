package org.daybridge.outcomes.significance;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One person's value before and after; either may be missing. */
public record Pair(String id, @Nullable Double pre, @Nullable Double post) {
  boolean complete() {
    return pre != null && post != null;
  }

  double before() {
    return Objects.requireNonNull(pre);
  }

  double after() {
    return Objects.requireNonNull(post);
  }
}
