package org.daybridge.contract.intake;

import java.util.UUID;
import org.daybridge.contract.Id;

/** Identity of an account: a token subject linked to a person. */
public record AccountId(UUID value) implements Id {
  @Override
  public String toString() {
    return value.toString();
  }
}
