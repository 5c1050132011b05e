package org.daybridge.records.attendance;

import java.time.Instant;
import java.util.List;
import org.daybridge.contract.scheduling.SessionId;
import org.daybridge.contract.scheduling.StaffId;

/** A session on the calendar, with who leads it: they owe its notes. */
public record CalendarEntry(
    SessionId session,
    String sessionType,
    Instant startsAt,
    Instant endsAt,
    String zone,
    List<StaffId> facilitators) {

  public CalendarEntry {
    facilitators = List.copyOf(facilitators);
  }
}
