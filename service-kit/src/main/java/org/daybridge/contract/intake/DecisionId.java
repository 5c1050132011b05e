package org.daybridge.contract.intake;

import java.util.UUID;
import org.daybridge.contract.Id;

/** Identity of a decision on the level of care. */
public record DecisionId(UUID value) implements Id {
  @Override
  public String toString() {
    return value.toString();
  }
}
