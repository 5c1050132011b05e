package org.daybridge.records.attendance;

import java.time.Instant;
import java.util.UUID;
import org.daybridge.contract.intake.PatientId;
import org.daybridge.contract.scheduling.SessionId;

/** One patient at one session; a correction by scheduling replaces it. */
public record Attended(
    UUID attendance,
    PatientId patient,
    SessionId session,
    String sessionType,
    Instant startedAt,
    Instant endedAt,
    int minutes,
    boolean clinical,
    String status,
    Instant noteDueAt) {}
