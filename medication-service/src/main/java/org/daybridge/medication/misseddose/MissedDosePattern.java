package org.daybridge.medication.misseddose;

import java.time.LocalDate;

/** One pattern, named by its rule, with the days on which it rests. */
public record MissedDosePattern(
    String ruleId, LocalDate from, LocalDate to, int times, String because) {}
