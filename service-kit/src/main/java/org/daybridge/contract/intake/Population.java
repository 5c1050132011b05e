package org.daybridge.contract.intake;

/** For whom a track is: mental health, substance use, or both together. */
public enum Population {
  MENTAL_HEALTH,
  SUBSTANCE_USE,
  CO_OCCURRING;

  /**
   * Whether a program for this population holds itself out as a substance-use program (42 CFR
   * 2.11).
   */
  public boolean isPart2() {
    return this != MENTAL_HEALTH;
  }
}
