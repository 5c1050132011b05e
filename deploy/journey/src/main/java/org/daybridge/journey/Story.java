package org.daybridge.journey;

import java.io.PrintStream;

/** Tells what happens, step by step, and counts what was checked. */
final class Story {
  private final PrintStream out;
  private int checks;

  Story(PrintStream out) {
    this.out = out;
  }

  /** A chapter of the path and the service that owns it. */
  void chapter(String title) {
    out.println();
    out.println("── " + title);
  }

  /** Who did what, and what the next person sees. */
  void tell(String who, String what) {
    out.printf("   %-22s %s%n", who, what);
  }

  /** A check of the story; one that fails ends it. */
  void check(boolean holds, String claim) {
    if (!holds) {
      throw new StoryBroken(claim);
    }
    checks++;
    out.printf("   %-22s ✓ %s%n", "", claim);
  }

  int checks() {
    return checks;
  }
}
