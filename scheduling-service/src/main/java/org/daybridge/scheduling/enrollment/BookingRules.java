package org.daybridge.scheduling.enrollment;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.daybridge.kit.decision.Decision.Kind;

/**
 * What may stand in the way of a seat in a session. Asked before a booking only: whoever comes
 * without a seat is recorded as having come. Whether the patient, a clinician or the room is busy
 * is held by the database, so that no interleaving slips through.
 */
public final class BookingRules {
  private static final List<Function<Request, Optional<Obstacle>>> RULES =
      List.of(
          BookingRules::admitted,
          BookingRules::bookable,
          BookingRules::enrolledOnce,
          BookingRules::minorsApart,
          BookingRules::noContact,
          BookingRules::freeOfObligations,
          BookingRules::seatLeft);

  private BookingRules() {}

  /** The first rule that refuses, in the order in which one would ask. */
  public static Optional<Obstacle> obstacle(Request request) {
    return obstacles(request).stream().findFirst();
  }

  /** All that stands in the way: a slot that is not offered says why. */
  public static List<Obstacle> obstacles(Request request) {
    return RULES.stream().flatMap(rule -> rule.apply(request).stream()).toList();
  }

  /** Only an admitted patient may be scheduled, for the time of the episode. */
  private static Optional<Obstacle> admitted(Request request) {
    boolean within =
        request
            .episode()
            .map(
                episode ->
                    request.end().isAfter(episode.admittedAt())
                        && episode.dischargedAt().map(request.start()::isBefore).orElse(true))
            .orElse(false);
    return unless(within, "not-admitted", "the patient is not admitted at that time", Kind.RULE);
  }

  /** A seat is booked in a session that is planned and has not begun. */
  private static Optional<Obstacle> bookable(Request request) {
    return unless(
        request.planned() && request.start().isAfter(request.now()),
        "session-bookable",
        "the session is not planned any more",
        Kind.STATE);
  }

  /** One seat each. */
  private static Optional<Obstacle> enrolledOnce(Request request) {
    return unless(
        !request.hasSeat(), "enrolled-once", "the patient has a seat already", Kind.STATE);
  }

  /** Minors and adults do not sit in one group. */
  private static Optional<Obstacle> minorsApart(Request request) {
    return unless(
        !request.othersDifferInAge(),
        "minors-apart",
        "the group is not for the patient's age",
        Kind.RULE);
  }

  /** A pair that must not meet does not share a session; the other one is never named. */
  private static Optional<Obstacle> noContact(Request request) {
    return unless(
        !request.meetsNoContact(),
        "no-contact",
        "the patient can't be placed in this session",
        Kind.RULE);
  }

  /** Work, school or family time that the patient entered as fixed is left alone. */
  private static Optional<Obstacle> freeOfObligations(Request request) {
    return unless(
        !request.inHardObligation(),
        "obligation-free",
        "the patient has a fixed obligation at that time",
        Kind.RULE);
  }

  /** Capacity holds. */
  private static Optional<Obstacle> seatLeft(Request request) {
    return unless(
        request.taken() < request.capacity(),
        "group-full",
        "all " + request.capacity() + " seats are taken",
        Kind.STATE);
  }

  private static Optional<Obstacle> unless(boolean holds, String rule, String because, Kind kind) {
    return holds ? Optional.empty() : Optional.of(new Obstacle(rule, because, kind));
  }

  /** The time in which a patient may be scheduled. */
  public record EpisodeSpan(Instant admittedAt, Optional<Instant> dischargedAt) {}

  /** A wish for a seat, with what must be known to answer it. */
  public record Request(
      Optional<EpisodeSpan> episode,
      Instant start,
      Instant end,
      boolean planned,
      int capacity,
      int taken,
      boolean hasSeat,
      boolean othersDifferInAge,
      boolean meetsNoContact,
      boolean inHardObligation,
      Instant now) {}

  /** A rule that refuses, by its slug. */
  public record Obstacle(String rule, String because, Kind kind) {}
}
