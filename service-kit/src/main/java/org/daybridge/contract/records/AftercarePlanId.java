package org.daybridge.contract.records;

import java.util.UUID;
import org.daybridge.contract.Id;

/** Identity of an aftercare plan. */
public record AftercarePlanId(UUID value) implements Id {
  @Override
  public String toString() {
    return value.toString();
  }
}
