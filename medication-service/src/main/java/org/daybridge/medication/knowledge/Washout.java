package org.daybridge.medication.knowledge;

/**
 * Days between the last dose of one drug and the first of another. Between {@code days} and {@code
 * cautiousDays} the stricter of two sources would still wait.
 */
public record Washout(
    String id,
    Severity severity,
    Selector stopped,
    Selector started,
    int days,
    int cautiousDays,
    String because,
    Evidence evidence) {}
