package org.daybridge.records.personalplan.rest;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One line of a patient's personal plans. */
public record PersonalPlanSummary(
    UUID id,
    UUID patientId,
    UUID episodeId,
    @Nullable Integer signedVersion,
    @Nullable Instant signedAt) {}
