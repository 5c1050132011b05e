package org.daybridge.scheduling.register;

import java.util.UUID;

/**
 * An entry as it stands in the register.
 *
 * @param change what entering it did
 */
public record Registered<T extends Entry>(UUID id, T entry, long version, Change change) {
  /** What entering did. */
  public enum Change {
    CREATED,
    CHANGED,
    NONE
  }
}
