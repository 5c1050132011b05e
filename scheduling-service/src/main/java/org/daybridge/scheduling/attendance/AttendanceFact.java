package org.daybridge.scheduling.attendance;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One thing that was seen or said about one person at one session. Facts are appended and never
 * edited; a correction is a fact of its own that says what holds instead.
 */
public sealed interface AttendanceFact {

  /** When it happened, which may be before it was written down. */
  Instant at();

  /** How a presence came to be known. */
  enum Method {
    /** The facilitator or the front desk saw the person. */
    STAFF,
    /** The person used the session's short-lived code. */
    SELF,
    /** The person joined by video or telephone. */
    TELEHEALTH,
    /** The facilitator attested the roster when closing the session. */
    ATTESTED
  }

  /** Why someone was not there. */
  enum Absence {
    NO_SHOW,
    EXCUSED,
    CANCELLED_BY_PATIENT,
    CANCELLED_BY_CLINIC,
    LATE_CANCEL
  }

  record CheckedIn(Instant at, Method method) implements AttendanceFact {}

  record CheckedOut(Instant at, Method method) implements AttendanceFact {}

  /** An absence; excused needs a reason, which is a code and never free text. */
  record Marked(Instant at, Absence absence, Optional<String> reason) implements AttendanceFact {}

  /** What holds instead of everything recorded before. */
  record Corrected(Instant at, List<Presence> presences, Optional<Absence> absence, String reason)
      implements AttendanceFact {
    public Corrected {
      presences = List.copyOf(presences);
    }
  }

  /** A stay from one instant up to, not including, another. */
  record Presence(Instant from, Instant to) {}
}
