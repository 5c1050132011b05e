package org.daybridge.scheduling.enrollment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.daybridge.contract.intake.PatientId;
import org.daybridge.contract.scheduling.EnrollmentId;
import org.daybridge.contract.scheduling.SessionId;
import org.daybridge.kit.audit.AuditTrail;
import org.daybridge.kit.decision.Decision.Kind;
import org.daybridge.kit.decision.Ids;
import org.daybridge.kit.decision.NotVisible;
import org.daybridge.kit.decision.RuleRefused;
import org.daybridge.kit.rulepack.RulePacks;
import org.daybridge.scheduling.access.DeskHandler;
import org.daybridge.scheduling.enrollment.BookingRules.EpisodeSpan;
import org.daybridge.scheduling.enrollment.BookingRules.Obstacle;
import org.daybridge.scheduling.enrollment.BookingRules.Request;
import org.daybridge.scheduling.enrollment.Enrollment.State;
import org.daybridge.scheduling.episode.Episode;
import org.daybridge.scheduling.episode.Episodes;
import org.daybridge.scheduling.obligation.Obligations;

/** Gives seats and takes them back. */
@ApplicationScoped
public class EnrollmentHandler {
  private final Seats seats;
  private final Episodes episodes;
  private final Obligations obligations;
  private final RosterAccessHandler rosters;
  private final WaitlistHandler waitlist;
  private final RulePacks packs;
  private final DeskHandler desk;
  private final Clock clock;

  EnrollmentHandler(
      Seats seats,
      Episodes episodes,
      Obligations obligations,
      RosterAccessHandler rosters,
      WaitlistHandler waitlist,
      RulePacks packs,
      DeskHandler desk,
      Clock clock) {
    this.seats = seats;
    this.episodes = episodes;
    this.obligations = obligations;
    this.rosters = rosters;
    this.waitlist = waitlist;
    this.packs = packs;
    this.desk = desk;
    this.clock = clock;
  }

  /** A wish for a seat. A full session refuses, or takes the wish as a place in its queue. */
  public record Booking(
      SessionId session,
      PatientId patient,
      boolean waitIfFull,
      int priority,
      Optional<SessionId> makesUpFor) {}

  @Transactional
  public Enrollment book(Booking booking) {
    SessionSlot session = seats.require(booking.session());
    Episode episode =
        desk.reaching(() -> episodes.at(booking.patient(), session.start()))
            .orElseThrow(() -> new NotVisible("Patient", booking.patient().value()));
    return desk.acrossPatients(() -> book(booking, session, episode));
  }

  private Enrollment book(Booking booking, SessionSlot session, Episode episode) {
    Request request = request(session, episode);
    for (Obstacle obstacle : BookingRules.obstacles(request)) {
      boolean full = "group-full".equals(obstacle.rule());
      if (!full || !booking.waitIfFull()) {
        throw new RuleRefused(obstacle.rule(), obstacle.because(), obstacle.kind());
      }
    }
    boolean seated = seats.take(session.id());
    if (!seated && !booking.waitIfFull()) {
      throw RuleRefused.state("group-full", "all " + session.capacity() + " seats are taken");
    }
    var enrollment = enrollment(session, episode, seated ? State.BOOKED : State.WAITING, booking);
    seats.add(enrollment);
    AuditTrail.created("Enrollment", enrollment.id().value(), booking.patient().value());
    if (seated) {
      rosters.open(session, List.of(booking.patient()));
    }
    return enrollment;
  }

  private Request request(SessionSlot session, Episode episode) {
    boolean minor = minor(episode, session.start());
    return new Request(
        Optional.of(new EpisodeSpan(episode.admittedAt(), episode.dischargedAt())),
        session.start(),
        session.end(),
        session.planned(),
        session.capacity(),
        session.taken(),
        seats.of(session.id(), episode.patient()).isPresent(),
        seats.othersDifferInAge(session.id(), minor),
        seats.meetsNoContact(session.id(), episode.patient()),
        obligations.of(episode.patient()).stream()
            .anyMatch(
                one -> one.hard() && one.meets(session.start(), session.end(), episode.zone())),
        clock.instant());
  }

  private boolean minor(Episode episode, Instant at) {
    LocalDate day = at.atZone(episode.zone()).toLocalDate();
    return episode.minorOn(day, packs.on(day).number("adult-from"));
  }

  private Enrollment enrollment(
      SessionSlot session, Episode episode, State state, Booking booking) {
    return new Enrollment(
        new EnrollmentId(Ids.next()),
        episode.patient(),
        episode.labels(),
        Optional.of(episode.id()),
        session.id(),
        session.start(),
        session.end(),
        state,
        minor(episode, session.start()),
        booking.priority(),
        booking.makesUpFor(),
        clock.instant());
  }

  /** All that stands between the patient and a seat; nothing when it can be booked. */
  @Transactional
  public List<Obstacle> obstacles(SessionSlot session, Episode episode) {
    return desk.acrossPatients(
        () -> {
          var found = new ArrayList<>(BookingRules.obstacles(request(session, episode)));
          if (seats.busy(episode.patient(), session)) {
            found.add(
                new Obstacle(
                    "patient-double-booked", "the patient is elsewhere at that time", Kind.STATE));
          }
          return List.copyOf(found);
        });
  }

  /** Two patients who must not meet are kept out of each other's sessions from now on. */
  @Transactional
  public void keepApart(PatientId one, PatientId other) {
    if (one.equals(other)) {
      throw RuleRefused.rule("two-different-patients", "a pair is two different people");
    }
    Episode first = visible(one);
    Episode second = visible(other);
    desk.acrossPatients(
        () -> {
          seats.keepApart(one, other, first.labels());
          seats.keepApart(other, one, second.labels());
          AuditTrail.created("NoContact", one.value(), one.value());
          AuditTrail.created("NoContact", other.value(), other.value());
          return first;
        });
  }

  private Episode visible(PatientId patient) {
    return desk.reaching(() -> episodes.newest(patient))
        .orElseThrow(() -> new NotVisible("Patient", patient.value()));
  }

  /** Gives the patient a seat in every session of the track that is still to come. */
  @Transactional
  public void enrollIntoTrack(Episode episode) {
    Instant from = later(clock.instant(), episode.admittedAt());
    seats.ahead(episode.track(), from).forEach(session -> enroll(session, episode));
  }

  /** Gives the members of the track their seats in a session that was put on the calendar. */
  @Transactional
  public void enrollMembers(SessionId session, String track) {
    SessionSlot slot = seats.require(session);
    desk.acrossPatients(
        () -> {
          episodes.open(track).stream()
              .filter(episode -> episode.holds(slot.start(), slot.end()))
              .forEach(episode -> enroll(slot, episode));
          return slot;
        });
  }

  /** A seat if one is left and nothing speaks against it, else a place in the queue. */
  private void enroll(SessionSlot session, Episode episode) {
    var rules = BookingRules.obstacles(request(session, episode));
    boolean barred = rules.stream().anyMatch(found -> !"group-full".equals(found.rule()));
    if (barred) {
      return;
    }
    var booking = new Booking(session.id(), episode.patient(), true, 0, Optional.empty());
    boolean seated = seats.take(session.id());
    State state = seated ? State.BOOKED : State.WAITING;
    boolean added = seats.addIfFree(enrollment(session, episode, state, booking));
    if (seated && !added) {
      seats.release(session.id());
    } else if (seated) {
      rosters.open(session, List.of(episode.patient()));
    }
  }

  /** Gives a seat, an offer or a place in the queue up; a freed seat goes to whoever waits. */
  @Transactional
  public void cancel(Enrollment enrollment, String reason) {
    desk.acrossPatients(
        () -> {
          SessionSlot session = seats.require(enrollment.session());
          seats.cancel(enrollment.id(), reason, clock.instant());
          AuditTrail.updated("Enrollment", enrollment.id().value(), enrollment.patient().value());
          rosters.close(session, enrollment.patient());
          switch (enrollment.state()) {
            case BOOKED, OFFERED -> waitlist.seatFreed(session);
            case WAITING, CANCELLED -> {}
          }
          return session;
        });
  }

  /** After a discharge nothing is left open that lies ahead. */
  @Transactional
  public void closeAfterDischarge(Episode episode, Instant at) {
    seats.ahead(episode.patient(), at).stream()
        .filter(seat -> seat.episode().map(episode.id()::equals).orElse(true))
        .forEach(seat -> cancel(seat, "discharged"));
  }

  /** A session that is cancelled gives all of its seats back. */
  @Transactional
  public List<Enrollment> releaseAll(SessionId session, String reason) {
    return desk.acrossPatients(
        () -> {
          SessionSlot slot = seats.require(session);
          List<Enrollment> booked = seats.booked(session);
          for (Enrollment seat : booked) {
            seats.cancel(seat.id(), reason, clock.instant());
            seats.release(session);
            rosters.close(slot, seat.patient());
          }
          return booked;
        });
  }

  /** The session takes place at another time: its seats move with it, or the database refuses. */
  @Transactional
  public void moved(SessionId session) {
    desk.acrossPatients(
        () -> {
          seats.move(session);
          return session;
        });
  }

  /** The seat in this session that the caller may see. */
  @Transactional
  public Enrollment require(SessionId session, EnrollmentId id) {
    return desk.reaching(() -> seats.look(id))
        .filter(found -> found.session().equals(session))
        .orElseThrow(() -> new NotVisible("Enrollment", id.value()));
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }
}
