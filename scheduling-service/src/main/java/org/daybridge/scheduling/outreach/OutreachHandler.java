package org.daybridge.scheduling.outreach;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.LongConsumer;
import org.daybridge.contract.intake.PatientId;
import org.daybridge.contract.scheduling.SessionId;
import org.daybridge.kit.audit.AuditTrail;
import org.daybridge.kit.decision.Ids;
import org.daybridge.scheduling.access.DeskHandler;
import org.daybridge.scheduling.attendance.Arrived;
import org.daybridge.scheduling.attendance.AttendanceBook;
import org.daybridge.scheduling.attendance.Roster.Person;
import org.daybridge.scheduling.outreach.Outreach.Attempt;

/** Opens an outreach for whoever has not come, and records what is tried. */
@ApplicationScoped
public class OutreachHandler {
  private final Outreaches outreaches;
  private final AttendanceBook book;
  private final DeskHandler desk;
  private final Clock clock;

  OutreachHandler(Outreaches outreaches, AttendanceBook book, DeskHandler desk, Clock clock) {
    this.outreaches = outreaches;
    this.book = book;
    this.desk = desk;
    this.clock = clock;
  }

  /** The wait is over: everybody with a seat of whom nothing is known is to be called. */
  @Transactional
  public void openFor(SessionId session) {
    List<Person> missing =
        book.roster(session).people().stream()
            .filter(person -> person.expected() && person.facts().isEmpty())
            .toList();
    var atRisk = outreaches.atRisk(missing.stream().map(Person::patient).toList());
    Instant now = clock.instant();
    for (Person person : missing) {
      outreaches.addOnce(
          new Outreach(
              Ids.next(),
              person.patient(),
              person.labels(),
              session,
              now,
              atRisk.contains(person.patient()),
              List.of(),
              Optional.empty(),
              0));
    }
  }

  /** Somebody tried to reach the person. */
  @Transactional
  public Outreach attempt(UUID id, Attempt attempt, LongConsumer sees) {
    return desk.reaching(
        () -> {
          Outreach before = outreaches.require(id);
          sees.accept(before.version());
          Outreach after = before.attempt(attempt).orRefuse().next();
          outreaches.save(after);
          AuditTrail.updated("Outreach", id, before.patient().value());
          return outreaches.require(id);
        });
  }

  /** The person came after all. */
  void arrived(@Observes Arrived arrived) {
    outreaches
        .of(arrived.session(), arrived.patient())
        .filter(open -> open.closed().isEmpty())
        .ifPresent(open -> outreaches.save(open.arrived(clock.instant())));
  }

  /** Those of these people whom a risk case flags. */
  @Transactional
  public Set<PatientId> atRisk(List<PatientId> patients) {
    return outreaches.atRisk(patients);
  }
}
