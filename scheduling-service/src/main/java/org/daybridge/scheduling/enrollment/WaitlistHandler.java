package org.daybridge.scheduling.enrollment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.daybridge.contract.scheduling.EnrollmentId;
import org.daybridge.kit.audit.AuditTrail;
import org.daybridge.kit.decision.NotVisible;
import org.daybridge.kit.decision.RuleRefused;
import org.daybridge.kit.rulepack.RulePacks;
import org.daybridge.kit.timer.Timers;
import org.daybridge.scheduling.access.DeskHandler;
import org.daybridge.scheduling.enrollment.Enrollment.State;

/**
 * The queue for a full session: by priority, then by time. A freed seat is held for the first of
 * them for a while; an offer that nobody answers goes on to the next. The seat stays taken
 * meanwhile, so that it is never given twice.
 */
@ApplicationScoped
public class WaitlistHandler {
  /** Fires when an offer lapses. */
  public static final String OFFER_TIMER = "offer-lapses";

  private final Seats seats;
  private final Timers timers;
  private final RosterAccessHandler rosters;
  private final RulePacks packs;
  private final DeskHandler desk;
  private final Clock clock;

  WaitlistHandler(
      Seats seats,
      Timers timers,
      RosterAccessHandler rosters,
      RulePacks packs,
      DeskHandler desk,
      Clock clock) {
    this.seats = seats;
    this.timers = timers;
    this.rosters = rosters;
    this.packs = packs;
    this.desk = desk;
    this.clock = clock;
  }

  /** Offers the freed seat to whoever waits, or gives it back. */
  @Transactional
  public void seatFreed(SessionSlot session) {
    Optional<Enrollment> waiting =
        session.planned() ? seats.firstWaiting(session.id()) : Optional.empty();
    if (waiting.isEmpty()) {
      seats.release(session.id());
      return;
    }
    Instant until = offerUntil(session);
    seats.offer(waiting.get().id(), until);
    timers.schedule(OFFER_TIMER, waiting.get().id().value(), until, null);
  }

  /** An offer holds for its hours, and never longer than until the session begins. */
  private Instant offerUntil(SessionSlot session) {
    Instant now = clock.instant();
    int hours = packs.on(LocalDate.ofInstant(now, ZoneOffset.UTC)).number("offer-hours");
    Instant usual = now.plus(Duration.ofHours(hours));
    return usual.isBefore(session.start()) ? usual : session.start();
  }

  /** The patient, or somebody for the patient, takes the offered seat. */
  @Transactional
  public Enrollment accept(EnrollmentId id) {
    Enrollment offered =
        desk.reaching(() -> seats.find(id))
            .orElseThrow(() -> new NotVisible("Enrollment", id.value()));
    return desk.acrossPatients(
        () -> {
          if (!seats.accept(id, clock.instant())) {
            throw RuleRefused.state("offer-in-force", "there is no offer, or it has lapsed");
          }
          timers.cancel(OFFER_TIMER, id.value());
          AuditTrail.updated("Enrollment", id.value(), offered.patient().value());
          rosters.open(seats.require(offered.session()), List.of(offered.patient()));
          return seats.find(id).orElseThrow();
        });
  }

  /** An offer that nobody answered goes on to the next. */
  @Transactional
  public void lapse(EnrollmentId id) {
    Optional<Enrollment> offered = seats.find(id).filter(found -> found.state() == State.OFFERED);
    offered.ifPresent(
        lapsed -> {
          seats.cancel(id, "offer-lapsed", clock.instant());
          seatFreed(seats.require(lapsed.session()));
        });
  }
}
