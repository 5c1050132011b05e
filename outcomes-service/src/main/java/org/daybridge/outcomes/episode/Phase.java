package org.daybridge.outcomes.episode;

import java.time.Instant;

/** From here on the care was another: {@code code} is ADMITTED, DISCHARGED or the new level. */
public record Phase(Instant from, String code) {
  public static final String ADMITTED = "ADMITTED";
  public static final String DISCHARGED = "DISCHARGED";
}
