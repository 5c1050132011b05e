package org.daybridge.scheduling.ledger;

/**
 * What makes a day a program day for a payer.
 *
 * @param leastMinutes attended clinical minutes of a program day; 180 for H0015 and S9480 (BIL-1)
 * @param services distinct creditable services of the higher day rate; 4 for Medicare (CMS-10)
 */
public record DayRules(int leastMinutes, int services) {}
