package org.daybridge.contract.outcomes;

import java.util.UUID;
import org.daybridge.contract.Id;

/** Identity of an open or closed case of risk of one patient. */
public record RiskCaseId(UUID value) implements Id {
  @Override
  public String toString() {
    return value.toString();
  }
}
