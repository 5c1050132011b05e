package org.daybridge.records.plan.rest;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The interim plan of care of an episode, and by when a treatment plan is due. */
record InterimPlanView(
    UUID id,
    UUID patientId,
    UUID episodeId,
    Instant openedAt,
    LocalDate planDueOn,
    boolean planOverdue,
    @Nullable Instant endedAt) {}
