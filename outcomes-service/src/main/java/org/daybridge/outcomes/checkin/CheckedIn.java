package org.daybridge.outcomes.checkin;

import org.daybridge.outcomes.episode.Episode;

/** A check-in was recorded: risk is judged in the same transaction. */
public record CheckedIn(CheckIn checkIn, Episode episode) {}
