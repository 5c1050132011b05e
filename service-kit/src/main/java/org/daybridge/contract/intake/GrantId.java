package org.daybridge.contract.intake;

import java.util.UUID;
import org.daybridge.contract.Id;

/** Identity of one grant of access: who may see whom, for what, until when. */
public record GrantId(UUID value) implements Id {
  @Override
  public String toString() {
    return value.toString();
  }
}
