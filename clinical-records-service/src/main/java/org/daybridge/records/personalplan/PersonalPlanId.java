package org.daybridge.records.personalplan;

import java.util.UUID;
import org.daybridge.contract.Id;

/** Identity of a safety, relapse-prevention or aftercare plan. */
public record PersonalPlanId(UUID value) implements Id {
  @Override
  public String toString() {
    return value.toString();
  }
}
