package org.daybridge.records.note.rest;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One line of a list of notes; the text is read note by note. */
record NoteSummary(
    UUID id,
    UUID patientId,
    String kind,
    String format,
    @Nullable UUID sessionId,
    Instant startedAt,
    int minutes,
    UUID authorId,
    String status,
    @Nullable Instant signedAt,
    boolean lateEntry,
    boolean awaitsCountersignature,
    boolean retractionAsked) {}
