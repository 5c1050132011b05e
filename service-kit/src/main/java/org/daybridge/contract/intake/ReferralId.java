package org.daybridge.contract.intake;

import java.util.UUID;
import org.daybridge.contract.Id;

/** Identity of a request from outside to treat one person. */
public record ReferralId(UUID value) implements Id {
  @Override
  public String toString() {
    return value.toString();
  }
}
