package org.daybridge.contract.scheduling;

import java.util.UUID;
import org.daybridge.contract.Id;

/** Identity of a patient's enrollment into a series. */
public record EnrollmentId(UUID value) implements Id {
  @Override
  public String toString() {
    return value.toString();
  }
}
