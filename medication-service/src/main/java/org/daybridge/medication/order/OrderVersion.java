package org.daybridge.medication.order;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One dose of an order as it was written: superseded by the next, never changed. */
public record OrderVersion(
    int number,
    Dosing dosing,
    Supply supply,
    Purpose purpose,
    LocalDate startsOn,
    @Nullable LocalDate endsOn,
    Encounter encounter,
    UUID writtenBy,
    Instant writtenAt) {}
