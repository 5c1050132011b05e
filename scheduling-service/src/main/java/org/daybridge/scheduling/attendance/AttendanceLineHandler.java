package org.daybridge.scheduling.attendance;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.daybridge.contract.scheduling.SchedulingEvent;
import org.daybridge.contract.scheduling.SchedulingEvent.SessionAttended;
import org.daybridge.contract.scheduling.SchedulingEvent.SessionMissed;
import org.daybridge.kit.rulepack.RulePack;
import org.daybridge.kit.rulepack.RulePacks;
import org.daybridge.scheduling.attendance.AttendanceBook.Line;
import org.daybridge.scheduling.attendance.Roster.Person;
import org.daybridge.scheduling.register.Register;
import org.daybridge.scheduling.register.Registered;
import org.daybridge.scheduling.register.SessionType;
import org.daybridge.scheduling.session.Session;

/** Adds one person's facts up to a line of the book, and says what the others are told of it. */
@ApplicationScoped
class AttendanceLineHandler {
  private final Register register;
  private final RulePacks packs;

  AttendanceLineHandler(Register register, RulePacks packs) {
    this.register = register;
    this.packs = packs;
  }

  /** What attendance at a session is measured by; found once for a whole group. */
  record Yardstick(Session session, SessionType type, AttendanceLimits limits) {
    SessionTimes times() {
      return new SessionTimes(session.start(), session.end());
    }

    Attendance attendance(Person person) {
      return Attendance.of(person.allFacts(), times(), limits);
    }
  }

  Yardstick yardstick(Session session) {
    SessionType type =
        register
            .find(SessionType.class, session.plan().type())
            .map(Registered::entry)
            .orElseThrow(
                () -> new IllegalStateException("session " + session.id() + " has no type"));
    RulePack pack = packs.on(session.plan().day());
    var limits =
        new AttendanceLimits(
            pack.number("grace-minutes"),
            pack.number("no-show-after-minutes"),
            pack.number("credit-percent"),
            type.creditMinutes());
    return new Yardstick(session, type, limits);
  }

  Line line(Yardstick yardstick, Person person) {
    Session session = yardstick.session();
    SessionType type = yardstick.type();
    List<String> broken =
        person.facts().stream()
            .flatMap(recorded -> recorded.brokenRules().stream())
            .distinct()
            .toList();
    int scheduled =
        person.expected()
            ? (int) Duration.between(session.plan().start(), session.plan().end()).toMinutes()
            : 0;
    return new Line(
        person,
        session.id(),
        type.code(),
        session.start(),
        session.end(),
        scheduled,
        yardstick.attendance(person),
        type.clinical(),
        type.billable(),
        type.needsNote(),
        broken,
        person.announced());
  }

  /** The line once the others know of it. */
  Line announced(Line line) {
    return new Line(
        line.person(),
        line.session(),
        line.type(),
        line.start(),
        line.end(),
        line.scheduledMinutes(),
        line.attendance(),
        line.clinical(),
        line.billable(),
        line.needsNote(),
        line.brokenRules(),
        Optional.of(summary(line)));
  }

  private static String summary(Line line) {
    return line.attendance().status() + ":" + line.attendance().minutes();
  }

  /**
   * What is told, if it is not what was told last; a correction tells anew of the same attendance.
   */
  Optional<SchedulingEvent> event(Line line) {
    Optional<String> before = line.person().announced();
    if (before.isPresent() && before.get().equals(summary(line))) {
      return Optional.empty();
    }
    Attendance attendance = line.attendance();
    return switch (attendance.status()) {
      case PRESENT, LATE, LEFT_EARLY, PARTIAL -> Optional.of(attended(line));
      case NO_SHOW, EXCUSED, LATE_CANCEL, CANCELLED -> Optional.of(missed(line));
      case EXPECTED -> Optional.empty();
    };
  }

  private static SchedulingEvent attended(Line line) {
    return new SessionAttended(
        line.person().attendance(),
        line.person().patient(),
        line.person().episode().orElse(null),
        line.session(),
        line.type(),
        line.start(),
        line.end(),
        line.attendance().minutes(),
        line.clinical(),
        line.attendance().status().name());
  }

  private static SchedulingEvent missed(Line line) {
    return new SessionMissed(
        line.person().attendance(),
        line.person().patient(),
        line.person().episode().orElse(null),
        line.session(),
        line.type(),
        line.start(),
        line.attendance().status().name());
  }
}
