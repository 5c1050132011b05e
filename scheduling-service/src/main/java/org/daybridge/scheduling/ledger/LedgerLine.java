package org.daybridge.scheduling.ledger;

import java.time.Instant;
import java.util.Optional;
import org.daybridge.contract.scheduling.SessionId;
import org.daybridge.scheduling.attendance.Attendance.Status;

/**
 * What the ledger knows of one patient at one session.
 *
 * @param start the session's start, actual where known
 * @param scheduledMinutes its planned length, 0 for a walk-in
 * @param attendedMinutes minutes that the facts add up to
 * @param clinical whether the type counts towards the weekly hours: mutual support, family-only and
 *     recreational sessions never do (CMS-5, CMS-6a, ST-CA)
 * @param billable whether the type can be billed at all
 * @param needsNote whether it is documented only by a signed note
 * @param documentedMinutes minutes of the signed note, if there is one
 * @param credited long enough to count as a service
 */
public record LedgerLine(
    SessionId session,
    String type,
    Instant start,
    int scheduledMinutes,
    int attendedMinutes,
    Status status,
    boolean clinical,
    boolean billable,
    boolean needsNote,
    Optional<Integer> documentedMinutes,
    boolean credited) {

  int documented() {
    return needsNote ? Math.min(attendedMinutes, documentedMinutes.orElse(0)) : attendedMinutes;
  }

  boolean stillToCome(Instant now) {
    return status == Status.EXPECTED && start.isAfter(now);
  }
}
