package org.daybridge.records.plan.rest;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One line of a patient's plans. */
record PlanSummary(
    UUID id,
    UUID patientId,
    UUID episodeId,
    String state,
    @Nullable Integer activeVersion,
    @Nullable Instant activatedAt,
    @Nullable LocalDate reviewDueOn,
    boolean reviewOverdue) {}
