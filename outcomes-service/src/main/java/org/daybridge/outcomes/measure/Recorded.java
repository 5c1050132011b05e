package org.daybridge.outcomes.measure;

import java.util.Optional;
import org.daybridge.outcomes.episode.Episode;

/** A measure was recorded: risk is judged and proposals are looked at, in the same transaction. */
public record Recorded(Measure measure, Optional<Episode> episode) {}
