package org.daybridge.contract.records;

import java.util.UUID;
import org.daybridge.contract.Id;

/** Identity of a note in the clinical record. */
public record NoteId(UUID value) implements Id {
  @Override
  public String toString() {
    return value.toString();
  }
}
