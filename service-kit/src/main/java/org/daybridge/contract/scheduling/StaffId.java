package org.daybridge.contract.scheduling;

import java.util.UUID;
import org.daybridge.contract.Id;

/** Identity of a member of the staff. */
public record StaffId(UUID value) implements Id {
  @Override
  public String toString() {
    return value.toString();
  }
}
