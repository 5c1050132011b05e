package org.daybridge.records.groupnote;

import java.util.UUID;
import org.daybridge.contract.Id;

/** One group session's note; it never crosses the service's border. */
public record GroupNoteId(UUID value) implements Id {
  @Override
  public String toString() {
    return value.toString();
  }
}
