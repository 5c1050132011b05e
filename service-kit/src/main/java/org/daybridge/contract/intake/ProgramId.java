package org.daybridge.contract.intake;

import java.util.UUID;
import org.daybridge.contract.Id;

/** Identity of a treatment program of the organization. */
public record ProgramId(UUID value) implements Id {
  @Override
  public String toString() {
    return value.toString();
  }
}
