package org.daybridge.scheduling.attendance;

import java.time.Instant;
import org.daybridge.contract.scheduling.SessionId;

/** The codes on the walls: one for each session, for a short while. */
public interface CheckInCodes {
  void show(SessionId session, String code, Instant expiresAt);

  /** Whether this is the session's code; a wrong one is counted, and too many end the code. */
  boolean fits(SessionId session, String code, Instant now);
}
