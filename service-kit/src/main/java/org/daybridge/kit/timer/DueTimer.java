package org.daybridge.kit.timer;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A timer whose time has come. */
public record DueTimer(
    UUID timerId,
    UUID organizationId,
    String kind,
    UUID subjectId,
    Instant dueAt,
    @Nullable String details,
    int attempts) {}
