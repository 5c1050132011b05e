package org.daybridge.contract.outcomes;

import java.util.UUID;
import org.daybridge.contract.Id;

/** Identity of a proposal to step the level of care up or down. */
public record ProposalId(UUID value) implements Id {
  @Override
  public String toString() {
    return value.toString();
  }
}
