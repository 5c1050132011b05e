package org.daybridge.contract.scheduling;

import java.util.UUID;
import org.daybridge.contract.Id;

/** Identity of a series of sessions that repeats. */
public record SeriesId(UUID value) implements Id {
  @Override
  public String toString() {
    return value.toString();
  }
}
