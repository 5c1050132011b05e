package org.daybridge.scheduling.ledger;

import java.time.LocalDate;

/**
 * One patient's day.
 *
 * @param services sessions long enough to count as a service
 * @param programDay the clinical minutes of a program day are reached
 */
public record ProgramDay(
    LocalDate day,
    int scheduled,
    int attended,
    int documented,
    int billable,
    int services,
    boolean programDay,
    boolean higherRate) {}
