package org.daybridge.scheduling.session;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A session as it is shown: instants, and the wall clock of its site beside them. */
public record SessionView(
    UUID id,
    @Nullable UUID seriesId,
    @Nullable String track,
    String type,
    UUID siteId,
    @Nullable UUID roomId,
    String zone,
    String modality,
    Instant startsAt,
    Instant endsAt,
    LocalDateTime localStart,
    int capacity,
    int taken,
    List<UUID> facilitators,
    String state,
    @Nullable Instant startedAt,
    @Nullable Instant endedAt,
    @Nullable String cancelReason,
    List<String> brokenRules,
    long version) {}
