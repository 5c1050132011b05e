package org.daybridge.scheduling.attendance;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.daybridge.contract.scheduling.EnrollmentId;
import org.daybridge.contract.scheduling.SessionId;
import org.daybridge.kit.decision.RuleRefused;
import org.daybridge.kit.rulepack.RulePacks;
import org.daybridge.scheduling.attendance.AttendanceFact.Absence;
import org.daybridge.scheduling.attendance.AttendanceFact.Marked;
import org.daybridge.scheduling.enrollment.Enrollment;
import org.daybridge.scheduling.enrollment.Enrollment.State;
import org.daybridge.scheduling.enrollment.EnrollmentHandler;

/**
 * Giving a seat up. With notice it is a cancellation, without it a late one; a clinic that cancels
 * owes nobody notice. Either way the seat is free for whoever waits.
 */
@ApplicationScoped
public class CancellationHandler {
  private final EnrollmentHandler enrollments;
  private final AttendanceHandler attendance;
  private final RulePacks packs;
  private final Clock clock;

  CancellationHandler(
      EnrollmentHandler enrollments, AttendanceHandler attendance, RulePacks packs, Clock clock) {
    this.enrollments = enrollments;
    this.attendance = attendance;
    this.packs = packs;
    this.clock = clock;
  }

  /** Who gives the seat up. */
  public enum By {
    PATIENT,
    CLINIC
  }

  @Transactional
  public Absence cancel(SessionId session, EnrollmentId id, By by, String reason) {
    Enrollment seat = enrollments.require(session, id);
    Instant now = clock.instant();
    if (seat.state() == State.CANCELLED) {
      throw RuleRefused.state("enrollment-open", "the seat was given up before");
    }
    if (!seat.start().isAfter(now)) {
      throw RuleRefused.state(
          "session-bookable", "the session has begun: mark the absence instead");
    }
    Absence absence = by == By.CLINIC ? Absence.CANCELLED_BY_CLINIC : notice(seat, now);
    if (seat.state() == State.BOOKED) {
      var _ =
          attendance.record(
              session,
              List.of(
                  new Statement(
                      seat.patient(), List.of(new Marked(now, absence, Optional.of(reason))))));
    }
    enrollments.cancel(seat, reason);
    return absence;
  }

  private Absence notice(Enrollment seat, Instant now) {
    var day = seat.start().atZone(java.time.ZoneOffset.UTC).toLocalDate();
    int hours = packs.on(day).number("cancel-notice-hours");
    return now.isAfter(seat.start().minus(Duration.ofHours(hours)))
        ? Absence.LATE_CANCEL
        : Absence.CANCELLED_BY_PATIENT;
  }
}
