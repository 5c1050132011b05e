package org.daybridge.scheduling.calendar;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;

/**
 * One appointment in a feed. It says when, and where if it may; never what.
 *
 * @param sequence grows when the session is moved
 */
public record CalendarEvent(
    UUID id,
    Instant start,
    Instant end,
    ZoneId zone,
    long sequence,
    boolean cancelled,
    Optional<String> place) {}
