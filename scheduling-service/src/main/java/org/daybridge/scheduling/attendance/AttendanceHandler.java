package org.daybridge.scheduling.attendance;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.daybridge.contract.intake.PatientId;
import org.daybridge.contract.scheduling.SessionId;
import org.daybridge.kit.audit.AuditTrail;
import org.daybridge.kit.decision.NotVisible;
import org.daybridge.kit.decision.RuleRefused;
import org.daybridge.kit.identity.Callers;
import org.daybridge.kit.outbox.Outbox;
import org.daybridge.scheduling.access.DeskHandler;
import org.daybridge.scheduling.attendance.AttendanceBook.Entry;
import org.daybridge.scheduling.attendance.AttendanceBook.Line;
import org.daybridge.scheduling.attendance.AttendanceFact.Absence;
import org.daybridge.scheduling.attendance.AttendanceFact.CheckedIn;
import org.daybridge.scheduling.attendance.AttendanceFact.CheckedOut;
import org.daybridge.scheduling.attendance.AttendanceFact.Marked;
import org.daybridge.scheduling.attendance.AttendanceFact.Method;
import org.daybridge.scheduling.attendance.AttendanceLineHandler.Yardstick;
import org.daybridge.scheduling.attendance.MarkingRules.Circumstances;
import org.daybridge.scheduling.attendance.Roster.Person;
import org.daybridge.scheduling.attendance.Roster.Recorded;
import org.daybridge.scheduling.session.Session;
import org.daybridge.scheduling.session.Session.State;
import org.daybridge.scheduling.session.SessionCommand;
import org.daybridge.scheduling.session.SessionHandler;
import org.daybridge.scheduling.session.Sessions;

/**
 * Writes down who was there. Recording runs as the service itself, because a fact about a walk-in
 * is recorded although no grant opens the person to whoever saw them come.
 */
@ApplicationScoped
public class AttendanceHandler {
  private final AttendanceBook book;
  private final Sessions sessions;
  private final SessionHandler sessionHandler;
  private final AttendanceLineHandler lines;
  private final Outbox outbox;
  private final Event<Arrived> arrivals;
  private final DeskHandler desk;
  private final Clock clock;

  AttendanceHandler(
      AttendanceBook book,
      Sessions sessions,
      SessionHandler sessionHandler,
      AttendanceLineHandler lines,
      Outbox outbox,
      Event<Arrived> arrivals,
      DeskHandler desk,
      Clock clock) {
    this.book = book;
    this.sessions = sessions;
    this.sessionHandler = sessionHandler;
    this.lines = lines;
    this.outbox = outbox;
    this.arrivals = arrivals;
    this.desk = desk;
    this.clock = clock;
  }

  /** Records what is said about some people, in one go; answers how they stand now. */
  @Transactional
  public List<Line> record(SessionId id, List<Statement> statements) {
    return desk.acrossPatients(
        () -> {
          Session session = sessions.require(id);
          Yardstick yardstick = lines.yardstick(session);
          return settle(yardstick, added(yardstick, book.roster(id), statements));
        });
  }

  /**
   * Closes the session: the facilitator attests the roster, with exceptions. Whoever is still
   * checked in leaves at its end; whoever has a seat and of whom nothing is known did not come.
   */
  @Transactional
  public Session close(
      SessionId id, SessionCommand.Close close, List<Statement> exceptions, LongConsumer sees) {
    Session closed = sessionHandler.handle(id, close, sees);
    desk.acrossPatients(
        () -> {
          Roster roster = book.roster(id);
          Yardstick yardstick = lines.yardstick(closed);
          Map<PatientId, Person> touched = added(yardstick, roster, exceptions);
          roster.people().forEach(person -> touched.putIfAbsent(person.patient(), person));
          var attested = new ArrayList<Entry>();
          touched.replaceAll((_, person) -> attest(yardstick, person, attested));
          append(closed, attested);
          return settle(yardstick, touched);
        });
    return closed;
  }

  private Person attest(Yardstick yardstick, Person person, List<Entry> attested) {
    Attendance now = yardstick.attendance(person);
    Optional<AttendanceFact> fact =
        now.open()
            ? Optional.of(new CheckedOut(yardstick.session().end(), Method.ATTESTED))
            : now.status() == Attendance.Status.EXPECTED && person.expected()
                ? Optional.of(new Marked(clock.instant(), Absence.NO_SHOW, Optional.empty()))
                : Optional.empty();
    return fact.map(some -> with(person, new Recorded(some, List.of()), attested)).orElse(person);
  }

  /** Appends the statements; answers the people whom they are about, as they stand then. */
  private Map<PatientId, Person> added(
      Yardstick yardstick, Roster roster, List<Statement> statements) {
    Session session = yardstick.session();
    var touched = new LinkedHashMap<PatientId, Person>();
    var entries = new ArrayList<Entry>();
    int present = roster.present();
    for (Statement statement : statements) {
      Person person = touched.get(statement.patient());
      if (person == null) {
        person = known(roster, session.id(), statement.patient());
      }
      boolean counted = Roster.cameAtAll(person);
      for (AttendanceFact fact : statement.facts()) {
        refuseWhatIsNoFact(yardstick, fact);
        List<String> broken =
            fact instanceof CheckedIn ? broken(session, person, present) : List.of();
        person = with(person, new Recorded(fact, broken), entries);
      }
      present += !counted && Roster.cameAtAll(person) ? 1 : 0;
      touched.put(statement.patient(), person);
    }
    append(session, entries);
    touched.values().stream()
        .filter(Roster::cameAtAll)
        .forEach(person -> arrivals.fire(new Arrived(session.id(), person.patient())));
    return touched;
  }

  private Person known(Roster roster, SessionId session, PatientId patient) {
    return roster
        .find(patient)
        .or(() -> book.stranger(session, patient))
        .orElseThrow(() -> new NotVisible("Patient", patient.value()));
  }

  private void refuseWhatIsNoFact(Yardstick yardstick, AttendanceFact fact) {
    MarkingRules.unfit(fact, clock.instant(), yardstick.times(), yardstick.limits())
        .ifPresent(
            unfit -> {
              throw RuleRefused.rule(unfit.rule(), unfit.because());
            });
  }

  private static List<String> broken(Session session, Person person, int present) {
    boolean cancelled =
        session.state() instanceof State.Cancelled
            || session.brokenRules().contains(MarkingRules.NOT_CANCELLED);
    return MarkingRules.broken(
        new Circumstances(
            person.expected(),
            Roster.cameAtAll(person) ? 0 : present,
            session.plan().capacity(),
            cancelled,
            person.admitted()));
  }

  private static Person with(Person person, Recorded recorded, List<Entry> entries) {
    var facts = new ArrayList<>(person.facts());
    facts.add(recorded);
    var next =
        new Person(
            person.patient(),
            person.episode(),
            person.labels(),
            person.expected(),
            person.admitted(),
            facts,
            person.attendance(),
            person.announced());
    entries.add(new Entry(next, recorded));
    return next;
  }

  private void append(Session session, List<Entry> entries) {
    book.append(session.id(), entries, Callers.current().principalId(), clock.instant());
    entries.forEach(
        entry ->
            AuditTrail.created(
                "AttendanceFact", session.id().value(), entry.person().patient().value()));
  }

  /** Keeps what the facts add up to; once a session is closed the others are told. */
  private List<Line> settle(Yardstick yardstick, Map<PatientId, Person> touched) {
    boolean tell = yardstick.session().state() instanceof State.Closed;
    var settled = new ArrayList<Line>();
    for (Person person : touched.values()) {
      Line line = lines.line(yardstick, person);
      settled.add(tell ? lines.announced(line) : line);
    }
    book.keep(settled);
    if (tell) {
      settled.stream()
          .sorted((one, other) -> byPatient(one, other))
          .forEach(
              line ->
                  lines
                      .event(line)
                      .ifPresent(event -> outbox.append(event, line.person().labels())));
    }
    return settled;
  }

  private static int byPatient(Line one, Line other) {
    return one.person().patient().value().compareTo(other.person().patient().value());
  }

  /** How everybody of a session stands. */
  @Transactional
  public List<Line> standing(SessionId id) {
    Yardstick yardstick = lines.yardstick(sessions.look(id));
    return book.roster(id).people().stream().map(person -> lines.line(yardstick, person)).toList();
  }
}
