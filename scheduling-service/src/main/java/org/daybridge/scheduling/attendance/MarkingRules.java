package org.daybridge.scheduling.attendance;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.daybridge.scheduling.attendance.AttendanceFact.Absence;
import org.daybridge.scheduling.attendance.AttendanceFact.Corrected;
import org.daybridge.scheduling.attendance.AttendanceFact.Marked;

/**
 * What a fact must have to be one at all, and the rules that it may break. The first kind is
 * refused, because a fact about the future is a guess; the second is recorded with the fact.
 */
public final class MarkingRules {
  /** The person was there without a seat on the roster: a walk-in. */
  public static final String ON_THE_ROSTER = "attendee-on-roster";

  /** More people were there than the group may hold. */
  public static final String WITHIN_CAPACITY = "group-full";

  /** The session had been cancelled, and took place all the same. */
  public static final String NOT_CANCELLED = "session-cancelled";

  /** The person has no open episode in the program. */
  public static final String ADMITTED = "not-admitted";

  private MarkingRules() {}

  /** Why this is not a fact, if it is not: rule and reason. */
  public static Optional<Unfit> unfit(
      AttendanceFact fact, Instant now, SessionTimes session, AttendanceLimits limits) {
    if (fact.at().isAfter(now)) {
      return Optional.of(
          new Unfit("attendance-not-in-future", "the time of the fact lies in the future"));
    }
    return switch (fact) {
      case Marked(var _, var absence, var reason)
          when absence == Absence.EXCUSED && reason.isEmpty() ->
          Optional.of(new Unfit("excused-needs-reason", "excused needs a reason code"));
      case Marked(var _, var absence, var _)
          when absence == Absence.NO_SHOW
              && now.isBefore(
                  session.start().plus(Duration.ofMinutes(limits.noShowAfterMinutes()))) ->
          Optional.of(
              new Unfit(
                  "no-show-after-waiting",
                  "a no-show is known "
                      + limits.noShowAfterMinutes()
                      + " minutes after the start at the earliest"));
      case Corrected(var _, var presences, var absence, var _)
          when !presences.isEmpty() && absence.isPresent() ->
          Optional.of(
              new Unfit("present-or-absent", "a correction names stays or an absence, not both"));
      case Corrected(var _, var presences, var _, var _)
          when presences.stream().anyMatch(stay -> !stay.from().isBefore(stay.to())) ->
          Optional.of(new Unfit("stay-ends-after-start", "a stay ends after it began"));
      case Corrected(var _, var presences, var _, var _)
          when presences.stream().anyMatch(stay -> stay.to().isAfter(now)) ->
          Optional.of(new Unfit("attendance-not-in-future", "a stay ends in the future"));
      case AttendanceFact.CheckedIn _, AttendanceFact.CheckedOut _, Marked _, Corrected _ ->
          Optional.empty();
    };
  }

  /** The rules that this presence breaks; it is recorded with them. */
  public static List<String> broken(Circumstances found) {
    var broken = new ArrayList<String>();
    if (!found.onRoster()) {
      broken.add(ON_THE_ROSTER);
    }
    if (found.presentBefore() >= found.capacity()) {
      broken.add(WITHIN_CAPACITY);
    }
    if (found.sessionCancelled()) {
      broken.add(NOT_CANCELLED);
    }
    if (!found.admitted()) {
      broken.add(ADMITTED);
    }
    return List.copyOf(broken);
  }

  /** What was true around a check-in. */
  public record Circumstances(
      boolean onRoster,
      int presentBefore,
      int capacity,
      boolean sessionCancelled,
      boolean admitted) {}

  /** A statement that cannot be a fact yet. */
  public record Unfit(String rule, String because) {}
}
