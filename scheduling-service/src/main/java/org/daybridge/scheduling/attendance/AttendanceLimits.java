package org.daybridge.scheduling.attendance;

/**
 * The numbers of the rule pack that attendance is judged by.
 *
 * @param graceMinutes a later arrival is late, an earlier departure is early
 * @param noShowAfterMinutes whoever has not come this long after the start is called
 * @param creditPercent share of the session from which attendance counts as a service
 * @param creditMinutes minutes from which attendance counts, where the type has its own threshold;
 *     0 when the share decides
 */
public record AttendanceLimits(
    int graceMinutes, int noShowAfterMinutes, int creditPercent, int creditMinutes) {

  long minutesForCredit(long sessionMinutes) {
    return creditMinutes > 0
        ? Math.min(creditMinutes, sessionMinutes)
        : Math.ceilDiv(sessionMinutes * creditPercent, 100L);
  }
}
