package org.daybridge.contract.intake;

import java.util.UUID;
import org.daybridge.contract.Id;

/** Identity of one assessment of a person before or during an episode. */
public record AssessmentId(UUID value) implements Id {
  @Override
  public String toString() {
    return value.toString();
  }
}
