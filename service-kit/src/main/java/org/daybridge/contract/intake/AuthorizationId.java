package org.daybridge.contract.intake;

import java.util.UUID;
import org.daybridge.contract.Id;

/** Identity of an authorization of care by a payer. */
public record AuthorizationId(UUID value) implements Id {
  @Override
  public String toString() {
    return value.toString();
  }
}
