package org.daybridge.kit.decision;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochRandomGenerator;
import java.util.UUID;

/** New identities: UUIDv7, so that they sort by the time of their making. */
public final class Ids {
  private static final TimeBasedEpochRandomGenerator NEXT =
      Generators.timeBasedEpochRandomGenerator();

  private Ids() {}

  public static UUID next() {
    return NEXT.generate();
  }
}
