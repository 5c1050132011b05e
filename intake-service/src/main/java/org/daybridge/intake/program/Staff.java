package org.daybridge.intake.program;

import java.util.Set;
import org.daybridge.contract.scheduling.StaffId;

/** A member of the staff as scheduling announced it: roles, no name. */
public record Staff(StaffId id, Set<String> roles, boolean active) {
  public Staff {
    roles = Set.copyOf(roles);
  }
}
