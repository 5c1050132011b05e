package org.daybridge.contract.records;

import java.util.UUID;
import org.daybridge.contract.Id;

/** Identity of a treatment plan. */
public record PlanId(UUID value) implements Id {
  @Override
  public String toString() {
    return value.toString();
  }
}
