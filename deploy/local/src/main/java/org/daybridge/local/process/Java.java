package org.daybridge.local.process;

import java.nio.file.Path;

/** The JDK that runs the launcher runs everything that it starts. */
final class Java {

  private Java() {}

  static String program() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }

  /** Tells one build of the JDK from another. */
  static String build() {
    return System.getProperty("java.vm.version") + " " + System.getProperty("os.arch");
  }
}
