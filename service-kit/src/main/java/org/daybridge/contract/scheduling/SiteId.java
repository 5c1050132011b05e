package org.daybridge.contract.scheduling;

import java.util.UUID;
import org.daybridge.contract.Id;

/** Identity of a place of the program with its own time zone. */
public record SiteId(UUID value) implements Id {
  @Override
  public String toString() {
    return value.toString();
  }
}
