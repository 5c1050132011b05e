package org.daybridge.contract.intake;

import java.util.UUID;
import org.daybridge.contract.Id;

/** Identity of an episode of care: admission to discharge in one program. */
public record EpisodeId(UUID value) implements Id {
  @Override
  public String toString() {
    return value.toString();
  }
}
