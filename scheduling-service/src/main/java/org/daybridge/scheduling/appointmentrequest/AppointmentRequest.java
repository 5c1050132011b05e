package org.daybridge.scheduling.appointmentrequest;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.daybridge.contract.intake.PatientId;
import org.daybridge.contract.scheduling.SessionId;
import org.daybridge.kit.decision.Decision;

/** An appointment that somebody needs until a day, and how the wish ended. */
public record AppointmentRequest(
    UUID id,
    PatientId patient,
    int labels,
    String reason,
    LocalDate wantedBy,
    Instant requestedAt,
    Optional<Settled> settled) {

  /** How the wish ended. */
  public enum Outcome {
    BOOKED,
    NOT_WANTED,
    DISCHARGED
  }

  /** How and when; a booking names the session in which the patient has a seat. */
  public record Settled(Outcome outcome, Optional<SessionId> session, Instant at) {}

  /** Booked: {@code seated} tells whether the patient has a seat in that session. */
  public Decision<AppointmentRequest, Void> booked(SessionId session, boolean seated, Instant now) {
    if (settled.isPresent()) {
      return closed();
    }
    return seated
        ? Decision.applied(ended(new Settled(Outcome.BOOKED, Optional.of(session), now)))
        : Decision.refused("request-settled-by-a-seat", "the patient has no seat in that session");
  }

  /** The patient or the prescriber wants it no longer. */
  public Decision<AppointmentRequest, Void> notWanted(Instant now) {
    return settled.isPresent()
        ? closed()
        : Decision.applied(ended(new Settled(Outcome.NOT_WANTED, Optional.empty(), now)));
  }

  private static <T> Decision<T, Void> closed() {
    return Decision.refusedState("appointment-request-is-open", "it was settled before");
  }

  private AppointmentRequest ended(Settled how) {
    return new AppointmentRequest(
        id, patient, labels, reason, wantedBy, requestedAt, Optional.of(how));
  }
}
