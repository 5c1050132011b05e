package org.daybridge.scheduling.enrollment;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.daybridge.contract.intake.PatientId;
import org.daybridge.contract.scheduling.EnrollmentId;
import org.daybridge.contract.scheduling.SessionId;

/**
 * The seats of all sessions. A seat is taken by one conditional update of the session, so that no
 * two bookings get the last one; a patient's time is guarded by an exclusion constraint.
 */
public interface Seats {
  SessionSlot require(SessionId session);

  /** Sessions of a track that have not begun, earliest first. */
  List<SessionSlot> ahead(String track, Instant from);

  /** Takes a seat if one is left. */
  boolean take(SessionId session);

  void release(SessionId session);

  /** Enters the booking; a patient who is elsewhere at that time is refused by the database. */
  void add(Enrollment enrollment);

  /** Enters the booking unless the patient is elsewhere at that time or has a seat already. */
  boolean addIfFree(Enrollment enrollment);

  /** The seat, held for a change until the transaction ends. */
  Optional<Enrollment> find(EnrollmentId id);

  /** The seat as it stands, for a look. */
  Optional<Enrollment> look(EnrollmentId id);

  /** The patient's seat or place in the queue. */
  Optional<Enrollment> of(SessionId session, PatientId patient);

  List<Enrollment> booked(SessionId session);

  /** Seats and places of a patient that begin at this moment or later. */
  List<Enrollment> ahead(PatientId patient, Instant from);

  /** Whoever waits with the highest priority, the longest. */
  Optional<Enrollment> firstWaiting(SessionId session);

  /** Holds a freed seat for whoever waited, until this moment. */
  void offer(EnrollmentId waiting, Instant until);

  /** Turns an offer that still holds into a booking; false when it has lapsed. */
  boolean accept(EnrollmentId offered, Instant now);

  void cancel(EnrollmentId id, String reason, Instant now);

  /** Moves the seats to the session's present time. */
  void move(SessionId session);

  boolean othersDifferInAge(SessionId session, boolean minor);

  /** Whether the patient has a seat elsewhere at the time of this session. */
  boolean busy(PatientId patient, SessionSlot session);

  void keepApart(PatientId patient, PatientId other, int labels);

  boolean meetsNoContact(SessionId session, PatientId patient);
}
