package org.daybridge.contract.medication;

import java.util.UUID;
import org.daybridge.contract.Id;

/** Identity of a medication order, the same over its titrations. */
public record OrderId(UUID value) implements Id {
  @Override
  public String toString() {
    return value.toString();
  }
}
