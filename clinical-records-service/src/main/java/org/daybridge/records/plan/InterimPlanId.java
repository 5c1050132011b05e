package org.daybridge.records.plan;

import java.util.UUID;
import org.daybridge.contract.Id;

/** Identity of the interim plan of care of one episode. */
public record InterimPlanId(UUID value) implements Id {
  @Override
  public String toString() {
    return value.toString();
  }
}
