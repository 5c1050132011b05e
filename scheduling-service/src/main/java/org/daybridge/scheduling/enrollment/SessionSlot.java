package org.daybridge.scheduling.enrollment;

import java.time.Instant;
import java.util.List;
import org.daybridge.contract.scheduling.SessionId;
import org.daybridge.contract.scheduling.StaffId;

/** What a booking must know of a session. */
public record SessionSlot(
    SessionId id,
    Instant start,
    Instant end,
    boolean planned,
    int capacity,
    int taken,
    List<StaffId> facilitators) {
  public SessionSlot {
    facilitators = List.copyOf(facilitators);
  }
}
