package org.daybridge.contract.intake;

import java.util.UUID;
import org.daybridge.contract.Id;

/** Identity of a person with, or on the way to, an episode of care. */
public record PatientId(UUID value) implements Id {
  @Override
  public String toString() {
    return value.toString();
  }
}
