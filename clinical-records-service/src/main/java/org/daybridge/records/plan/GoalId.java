package org.daybridge.records.plan;

import java.util.UUID;
import org.daybridge.contract.Id;

/** Identity of a goal; it stays the same from one version of the plan to the next. */
public record GoalId(UUID value) implements Id {
  @Override
  public String toString() {
    return value.toString();
  }
}
