package org.daybridge.contract.intake;

import java.util.UUID;
import org.daybridge.contract.Id;

/** Identity of a track: the part of a program for one population. */
public record TrackId(UUID value) implements Id {
  @Override
  public String toString() {
    return value.toString();
  }
}
