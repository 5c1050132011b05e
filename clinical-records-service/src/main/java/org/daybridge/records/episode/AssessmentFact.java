package org.daybridge.records.episode;

import java.time.Instant;
import java.util.UUID;
import org.daybridge.contract.intake.PatientId;

/** One part of the intake assessment is done; a plan may stand on it. */
public record AssessmentFact(
    UUID assessment, PatientId patient, int labels, String kind, Instant completedAt) {}
