package org.daybridge.contract.scheduling;

import java.util.UUID;
import org.daybridge.contract.Id;

/** Identity of one session: a single occurrence of care at a time. */
public record SessionId(UUID value) implements Id {
  @Override
  public String toString() {
    return value.toString();
  }
}
