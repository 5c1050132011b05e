package org.daybridge.scheduling.enrollment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.daybridge.contract.intake.PatientId;
import org.daybridge.contract.scheduling.SessionId;
import org.daybridge.kit.audit.AuditTrail;
import org.daybridge.scheduling.access.DeskHandler;
import org.daybridge.scheduling.enrollment.Enrollment.State;
import org.daybridge.scheduling.enrollment.EnrollmentHandler.Booking;

/**
 * Gives the seats of a session to other people at once: those who leave make room for those who
 * come before anybody in the queue is asked, and what is left over then goes to the queue.
 */
@ApplicationScoped
public class ReseatHandler {
  private final Seats seats;
  private final EnrollmentHandler enrollments;
  private final WaitlistHandler waitlist;
  private final RosterAccessHandler rosters;
  private final DeskHandler desk;
  private final Clock clock;

  ReseatHandler(
      Seats seats,
      EnrollmentHandler enrollments,
      WaitlistHandler waitlist,
      RosterAccessHandler rosters,
      DeskHandler desk,
      Clock clock) {
    this.seats = seats;
    this.enrollments = enrollments;
    this.waitlist = waitlist;
    this.rosters = rosters;
    this.desk = desk;
    this.clock = clock;
  }

  /** Takes the seats of these people back; the queue is not asked yet. */
  @Transactional
  public void leave(SessionId session, Collection<PatientId> people, String reason) {
    desk.acrossPatients(
        () -> {
          SessionSlot slot = seats.require(session);
          people.forEach(who -> giveUp(slot, who, reason));
          return slot;
        });
  }

  /** Books a seat by the rules of any booking; a place in the queue is given up for it. */
  @Transactional
  public void join(SessionId session, PatientId patient, String reason) {
    desk.acrossPatients(
        () -> {
          giveUp(seats.require(session), patient, reason);
          return session;
        });
    var _ = enrollments.book(new Booking(session, patient, false, 0, Optional.empty()));
  }

  /** Offers the seats that are left to those who wait. */
  @Transactional
  public void offerWhatIsLeft(SessionId session) {
    desk.acrossPatients(
        () -> {
          SessionSlot slot = seats.require(session);
          while (seats.firstWaiting(session).isPresent() && seats.take(session)) {
            waitlist.seatFreed(slot);
          }
          return slot;
        });
  }

  private void giveUp(SessionSlot slot, PatientId who, String reason) {
    Optional<Enrollment> held = seats.of(slot.id(), who);
    if (held.isEmpty()) {
      return;
    }
    Enrollment seat = held.get();
    seats.cancel(seat.id(), reason, clock.instant());
    AuditTrail.updated("Enrollment", seat.id().value(), who.value());
    if (List.of(State.BOOKED, State.OFFERED).contains(seat.state())) {
      seats.release(slot.id());
      rosters.close(slot, who);
    }
  }
}
