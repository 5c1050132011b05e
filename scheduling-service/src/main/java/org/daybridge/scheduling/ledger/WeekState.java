package org.daybridge.scheduling.ledger;

/** How a week stands against its band. */
public enum WeekState {
  /** What was attended and what is still to come reach the minimum. */
  ON_TRACK,
  /** Even if everything to come is attended, the minimum is missed. */
  AT_RISK,
  /** The minimum is reached and the maximum is not. */
  MET,
  /** The week is over and the minimum was missed. */
  BELOW,
  /** The maximum is reached: that is partial hospitalization, and a person must decide on it. */
  OVER;

  static WeekState of(int attended, int stillToCome, HourBand band, boolean over) {
    if (attended >= band.under()) {
      return OVER;
    }
    if (attended >= band.least()) {
      return MET;
    }
    if (over) {
      return BELOW;
    }
    return attended + stillToCome >= band.least() ? ON_TRACK : AT_RISK;
  }
}
