package org.daybridge.records.signing;

import java.time.Instant;

/**
 * A thing and the version of its row, which becomes the entity tag.
 *
 * @param <T> what is kept
 */
public record Versioned<T>(T value, int version, Instant updatedAt) {}
