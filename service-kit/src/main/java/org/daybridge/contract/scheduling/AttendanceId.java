package org.daybridge.contract.scheduling;

import java.util.UUID;
import org.daybridge.contract.Id;

/** Identity of the attendance of one patient at one session. */
public record AttendanceId(UUID value) implements Id {
  @Override
  public String toString() {
    return value.toString();
  }
}
