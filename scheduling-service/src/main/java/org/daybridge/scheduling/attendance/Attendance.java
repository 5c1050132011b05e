package org.daybridge.scheduling.attendance;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.daybridge.scheduling.attendance.AttendanceFact.Absence;
import org.daybridge.scheduling.attendance.AttendanceFact.CheckedIn;
import org.daybridge.scheduling.attendance.AttendanceFact.CheckedOut;
import org.daybridge.scheduling.attendance.AttendanceFact.Corrected;
import org.daybridge.scheduling.attendance.AttendanceFact.Marked;
import org.daybridge.scheduling.attendance.AttendanceFact.Presence;

/**
 * What the facts about one person at one session add up to. Minutes are the overlap of the stays
 * with the session, summed over re-entries and cut to whole minutes once; breaks inside the session
 * are not taken off. A stay without a check-out is open: it earns nothing until somebody says when
 * it ended, so that a forgotten check-out never becomes full attendance by itself.
 *
 * @param status how the person's attendance reads on the roster
 * @param minutes attended minutes, closed stays only
 * @param late arrived more than the grace after the start
 * @param leftEarly left more than the grace before the end
 * @param open still checked in
 * @param credited long enough to count as a service
 */
public record Attendance(
    Status status, int minutes, boolean late, boolean leftEarly, boolean open, boolean credited) {

  public enum Status {
    EXPECTED,
    PRESENT,
    LATE,
    LEFT_EARLY,
    PARTIAL,
    EXCUSED,
    CANCELLED,
    LATE_CANCEL,
    NO_SHOW;

    /** The person was there, if only for a while. */
    public boolean attended() {
      return switch (this) {
        case PRESENT, LATE, LEFT_EARLY, PARTIAL -> true;
        case EXPECTED, EXCUSED, CANCELLED, LATE_CANCEL, NO_SHOW -> false;
      };
    }

    /** The person was expected and is known not to have come. */
    public boolean missed() {
      return switch (this) {
        case NO_SHOW, LATE_CANCEL, EXCUSED -> true;
        case EXPECTED, PRESENT, LATE, LEFT_EARLY, PARTIAL, CANCELLED -> false;
      };
    }
  }

  /** Adds up the facts, which are in the order in which they were recorded. */
  public static Attendance of(
      List<? extends AttendanceFact> facts, SessionTimes session, AttendanceLimits limits) {
    var standing = Standing.of(facts);
    if (standing.stays().isEmpty() && standing.openSince().isEmpty()) {
      return new Attendance(statusOf(standing.absence()), 0, false, false, false, false);
    }
    long seconds = standing.stays().stream().mapToLong(stay -> overlap(stay, session)).sum();
    int minutes = (int) (seconds / 60);
    var grace = Duration.ofMinutes(limits.graceMinutes());
    boolean late = standing.firstArrival().isAfter(session.start().plus(grace));
    boolean open = standing.openSince().isPresent();
    boolean leftEarly = !open && standing.lastDeparture().isBefore(session.end().minus(grace));
    boolean credited =
        !open && minutes >= limits.minutesForCredit(session.length().toMinutes()) && minutes > 0;
    return new Attendance(
        present(late, leftEarly, open, credited), minutes, late, leftEarly, open, credited);
  }

  private static Status present(boolean late, boolean leftEarly, boolean open, boolean credited) {
    if (!open && !credited) {
      return Status.PARTIAL;
    }
    if (late) {
      return Status.LATE;
    }
    return leftEarly ? Status.LEFT_EARLY : Status.PRESENT;
  }

  private static Status statusOf(Optional<Absence> absence) {
    return absence
        .map(
            some ->
                switch (some) {
                  case NO_SHOW -> Status.NO_SHOW;
                  case EXCUSED -> Status.EXCUSED;
                  case LATE_CANCEL -> Status.LATE_CANCEL;
                  case CANCELLED_BY_PATIENT, CANCELLED_BY_CLINIC -> Status.CANCELLED;
                })
        .orElse(Status.EXPECTED);
  }

  private static long overlap(Presence stay, SessionTimes session) {
    Instant from = later(stay.from(), session.start());
    Instant to = stay.to().isBefore(session.end()) ? stay.to() : session.end();
    return Math.max(0, Duration.between(from, to).toSeconds());
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }

  /** The facts folded: stays that ended, the one that did not, and the absence if there is one. */
  private record Standing(
      List<Presence> stays, Optional<Instant> openSince, Optional<Absence> absence) {

    static Standing of(List<? extends AttendanceFact> facts) {
      int base = facts.size();
      while (base > 0 && !(facts.get(base - 1) instanceof Corrected)) {
        base--;
      }
      var stays = new ArrayList<Presence>();
      Optional<Absence> absence = Optional.empty();
      if (base > 0 && facts.get(base - 1) instanceof Corrected correction) {
        stays.addAll(correction.presences());
        absence = correction.absence();
      }
      // facts may be written down late: within one picture they are read in the order of the day
      List<AttendanceFact> rest = new ArrayList<>(facts.subList(base, facts.size()));
      rest.sort(Comparator.comparing(AttendanceFact::at));
      Optional<Instant> openSince = Optional.empty();
      for (AttendanceFact fact : rest) {
        switch (fact) {
          case CheckedIn(var at, var _) -> openSince = Optional.of(openSince.orElse(at));
          case CheckedOut(var at, var _) -> {
            openSince.ifPresent(since -> stays.add(new Presence(since, at)));
            openSince = Optional.empty();
          }
          case Marked(var _, var marked, var _) -> absence = Optional.of(marked);
          case Corrected _ -> throw new IllegalStateException("a correction after the last one");
        }
      }
      return new Standing(merged(stays), openSince, absence);
    }

    /** Overlapping stays are one stay: nobody is there twice at the same time. */
    private static List<Presence> merged(List<Presence> stays) {
      var result = new ArrayList<Presence>();
      stays.stream()
          .filter(stay -> stay.from().isBefore(stay.to()))
          .sorted(Comparator.comparing(Presence::from))
          .forEach(
              stay -> {
                Presence last = result.isEmpty() ? null : result.getLast();
                if (last == null || last.to().isBefore(stay.from())) {
                  result.add(stay);
                } else {
                  result.set(
                      result.size() - 1, new Presence(last.from(), later(last.to(), stay.to())));
                }
              });
      return result;
    }

    Instant firstArrival() {
      Instant closed = stays.isEmpty() ? Instant.MAX : stays.getFirst().from();
      Instant open = openSince.orElse(Instant.MAX);
      return closed.isBefore(open) ? closed : open;
    }

    Instant lastDeparture() {
      return stays.getLast().to();
    }
  }
}
