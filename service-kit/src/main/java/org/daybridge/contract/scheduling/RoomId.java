package org.daybridge.contract.scheduling;

import java.util.UUID;
import org.daybridge.contract.Id;

/** Identity of a room at a site. */
public record RoomId(UUID value) implements Id {
  @Override
  public String toString() {
    return value.toString();
  }
}
