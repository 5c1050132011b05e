package org.daybridge.contract.outcomes;

import java.util.UUID;
import org.daybridge.contract.Id;

/** Identity of one recorded result. */
public record ResultId(UUID value) implements Id {
  @Override
  public String toString() {
    return value.toString();
  }
}
