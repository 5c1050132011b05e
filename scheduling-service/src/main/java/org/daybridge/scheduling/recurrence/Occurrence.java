package org.daybridge.scheduling.recurrence;

import java.time.Instant;
import java.time.LocalDateTime;

/** One occurrence: the wall-clock time that the pattern names, and the instant it falls on. */
public record Occurrence(LocalDateTime local, Instant instant) {}
