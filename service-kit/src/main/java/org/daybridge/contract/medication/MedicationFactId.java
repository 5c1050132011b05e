package org.daybridge.contract.medication;

import java.util.UUID;
import org.daybridge.contract.Id;

/** Identity of one fact that stands alone: a report, a concern, a due test, a query. */
public record MedicationFactId(UUID value) implements Id {
  @Override
  public String toString() {
    return value.toString();
  }
}
