package org.daybridge.scheduling.recurrence;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;

/**
 * How a wall-clock time becomes an instant (RFC 5545, 3.3.5): a time that the clocks skip is read
 * with the offset before the gap; of a time that comes twice, the first one is meant.
 */
public final class WallClock {
  private WallClock() {}

  public static Instant resolve(LocalDateTime local, ZoneId zone) {
    var rules = zone.getRules();
    List<ZoneOffset> offsets = rules.getValidOffsets(local);
    ZoneOffset offset =
        offsets.isEmpty() ? rules.getTransition(local).getOffsetBefore() : offsets.getFirst();
    return local.toInstant(offset);
  }
}
