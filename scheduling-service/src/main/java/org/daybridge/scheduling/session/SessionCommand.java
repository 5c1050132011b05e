package org.daybridge.scheduling.session;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.daybridge.contract.scheduling.RoomId;
import org.daybridge.contract.scheduling.StaffId;

/** What people ask of a session. */
public sealed interface SessionCommand {

  /** The facilitator says that it began. */
  record Start(StaffId by, Instant at, Instant now) implements SessionCommand {}

  /** The facilitator says that it ended, and stands for the roster. */
  record Close(StaffId by, Optional<Instant> startedAt, Instant endedAt, Instant now)
      implements SessionCommand {}

  /** It will not take place. */
  record Cancel(String reason, Instant now) implements SessionCommand {}

  /** It takes place at another time, elsewhere or with someone else. */
  record Reschedule(
      Instant start, Instant end, Optional<RoomId> room, List<StaffId> facilitators, Instant now)
      implements SessionCommand {
    public Reschedule {
      facilitators = List.copyOf(facilitators);
    }
  }
}
