package org.daybridge.scheduling.enrollment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.daybridge.contract.intake.PatientId;
import org.daybridge.contract.scheduling.SessionId;
import org.daybridge.contract.scheduling.StaffId;
import org.daybridge.kit.audit.AuditTrail;
import org.daybridge.kit.decision.NotVisible;
import org.daybridge.scheduling.access.DeskHandler;
import org.daybridge.scheduling.enrollment.BookingRules.Obstacle;
import org.daybridge.scheduling.episode.Episode;
import org.daybridge.scheduling.episode.Episodes;
import org.daybridge.scheduling.session.SessionQuery;
import org.daybridge.scheduling.session.SessionView;

/**
 * Which sessions a patient could still join, to reach the week's minimum or to make up for a missed
 * one; and of those that are not offered, why.
 */
@ApplicationScoped
public class SlotSearchHandler {
  private static final int MOST = 200;

  private final SessionQuery sessions;
  private final Episodes episodes;
  private final EnrollmentHandler enrollments;
  private final DeskHandler desk;

  SlotSearchHandler(
      SessionQuery sessions, Episodes episodes, EnrollmentHandler enrollments, DeskHandler desk) {
    this.sessions = sessions;
    this.episodes = episodes;
    this.enrollments = enrollments;
    this.desk = desk;
  }

  /** A session with the rules that keep the patient out of it; none when it is offered. */
  public record Slot(SessionView session, List<String> because) {
    public boolean offered() {
      return because.isEmpty();
    }
  }

  @Transactional
  public List<Slot> search(PatientId patient, Instant from, Instant to, Optional<String> type) {
    Episode episode =
        desk.reaching(() -> episodes.newest(patient))
            .orElseThrow(() -> new NotVisible("Patient", patient.value()));
    AuditTrail.read("Slot", patient.value(), patient.value());
    var filter = new SessionQuery.Filter(from, to, episode.site().value(), null, null, "PLANNED");
    return sessions.list(filter, MOST, null).stream()
        .filter(session -> type.map(session.type()::equals).orElse(true))
        .map(session -> new Slot(session, because(session, episode)))
        .toList();
  }

  private List<String> because(SessionView session, Episode episode) {
    var slot =
        new SessionSlot(
            new SessionId(session.id()),
            session.startsAt(),
            session.endsAt(),
            true,
            session.capacity(),
            session.taken(),
            session.facilitators().stream().map(StaffId::new).toList());
    return enrollments.obstacles(slot, episode).stream().map(Obstacle::rule).toList();
  }
}
