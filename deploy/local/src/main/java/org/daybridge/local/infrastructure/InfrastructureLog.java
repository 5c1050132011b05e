package org.daybridge.local.infrastructure;

import java.util.logging.Level;
import java.util.logging.Logger;

/** Keeps the two servers to warnings: their normal talk is long and of no use here. */
final class InfrastructureLog {

  private static final Logger ROOT = Logger.getLogger("");

  private InfrastructureLog() {}

  static void quiet() {
    ROOT.setLevel(Level.WARNING);
  }
}
