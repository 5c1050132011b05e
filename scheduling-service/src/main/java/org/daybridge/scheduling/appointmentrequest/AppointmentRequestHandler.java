package org.daybridge.scheduling.appointmentrequest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.daybridge.contract.scheduling.SessionId;
import org.daybridge.kit.audit.AuditTrail;
import org.daybridge.scheduling.access.DeskHandler;
import org.daybridge.scheduling.enrollment.Enrollment;
import org.daybridge.scheduling.enrollment.Seats;
import org.jspecify.annotations.Nullable;

/** Shows the desk what is asked for, and settles it. */
@ApplicationScoped
@Transactional
public class AppointmentRequestHandler {
  private static final String KIND = "AppointmentRequest";

  private final AppointmentRequests requests;
  private final Seats seats;
  private final DeskHandler desk;
  private final Clock clock;

  AppointmentRequestHandler(
      AppointmentRequests requests, Seats seats, DeskHandler desk, Clock clock) {
    this.requests = requests;
    this.seats = seats;
    this.desk = desk;
    this.clock = clock;
  }

  public List<AppointmentRequest> open(int rows, @Nullable String after) {
    List<AppointmentRequest> open = desk.reaching(() -> requests.open(rows, after));
    open.forEach(one -> AuditTrail.read(KIND, one.id(), one.patient().value()));
    return open;
  }

  /** Settled by a session in which the patient has a seat, or because none is wanted any more. */
  public AppointmentRequest settle(UUID id, Optional<SessionId> session) {
    return desk.reaching(
        () -> {
          AppointmentRequest request = requests.require(id);
          AppointmentRequest settled =
              session
                  .map(some -> request.booked(some, hasSeat(request, some), clock.instant()))
                  .orElseGet(() -> request.notWanted(clock.instant()))
                  .orRefuse()
                  .next();
          requests.settle(settled);
          AuditTrail.updated(KIND, id, request.patient().value());
          return settled;
        });
  }

  private boolean hasSeat(AppointmentRequest request, SessionId session) {
    return seats
        .of(session, request.patient())
        .filter(seat -> seat.state() == Enrollment.State.BOOKED)
        .isPresent();
  }
}
