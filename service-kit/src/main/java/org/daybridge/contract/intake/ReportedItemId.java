package org.daybridge.contract.intake;

import java.util.UUID;
import org.daybridge.contract.Id;

/** Identity of one medication or allergy as the referral reported it. */
public record ReportedItemId(UUID value) implements Id {
  @Override
  public String toString() {
    return value.toString();
  }
}
