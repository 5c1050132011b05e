package org.daybridge.journey;

/** What the story claims does not hold. */
public final class StoryBroken extends RuntimeException {
  StoryBroken(String claim) {
    super("Not so: " + claim);
  }
}
