package org.daybridge.contract.intake;

import java.util.UUID;
import org.daybridge.contract.Id;

/** Identity of a consent that a patient gave, in writing. */
public record ConsentId(UUID value) implements Id {
  @Override
  public String toString() {
    return value.toString();
  }
}
