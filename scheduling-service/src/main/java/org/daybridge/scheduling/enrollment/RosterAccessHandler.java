package org.daybridge.scheduling.enrollment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.daybridge.contract.intake.GrantId;
import org.daybridge.contract.intake.GrantKind;
import org.daybridge.contract.intake.PatientId;
import org.daybridge.contract.scheduling.SchedulingEvent;
import org.daybridge.contract.scheduling.SchedulingEvent.RosterAccessGranted;
import org.daybridge.contract.scheduling.SchedulingEvent.RosterAccessRevoked;
import org.daybridge.contract.scheduling.StaffId;
import org.daybridge.kit.identity.Labels;
import org.daybridge.kit.outbox.Outbox;
import org.daybridge.kit.rulepack.RulePacks;
import org.daybridge.scheduling.access.DeskHandler;

/**
 * Those who run a session see its members from a day before until three days after, no longer: long
 * enough to prepare, to run it and to sign the note (minimum necessary, 45 CFR 164.502(b)).
 */
@ApplicationScoped
public class RosterAccessHandler {
  private final Seats seats;
  private final RosterGrants grants;
  private final Outbox outbox;
  private final RulePacks packs;
  private final DeskHandler desk;
  private final Clock clock;

  RosterAccessHandler(
      Seats seats,
      RosterGrants grants,
      Outbox outbox,
      RulePacks packs,
      DeskHandler desk,
      Clock clock) {
    this.seats = seats;
    this.grants = grants;
    this.outbox = outbox;
    this.packs = packs;
    this.desk = desk;
    this.clock = clock;
  }

  /** Opens the whole roster of a session. */
  @Transactional
  public void open(SessionSlot session) {
    List<Enrollment> members = desk.acrossPatients(() -> seats.booked(session.id()));
    open(session, members.stream().map(Enrollment::patient).toList());
  }

  /** Opens these people to those who run the session, if it is near enough. */
  @Transactional
  public void open(SessionSlot session, Collection<PatientId> patients) {
    var pack = packs.on(LocalDate.ofInstant(session.start(), ZoneOffset.UTC));
    Instant from = session.start().minus(Duration.ofHours(pack.number("roster-hours-before")));
    Instant to = session.end().plus(Duration.ofHours(pack.number("roster-hours-after")));
    if (from.isAfter(clock.instant())) {
      return;
    }
    for (PatientId patient : patients.stream().sorted(RosterAccessHandler::byId).toList()) {
      for (StaffId staff : session.facilitators()) {
        UUID grant = grantOf(session, staff, patient);
        if (grants.grant(grant, staff, patient, Labels.ALL_BUT_SEALED, from, to)) {
          outbox.append(granted(grant, staff, patient, from, to));
        }
      }
    }
  }

  private static int byId(PatientId one, PatientId other) {
    return one.value().compareTo(other.value());
  }

  private static SchedulingEvent granted(
      UUID grant, StaffId staff, PatientId patient, Instant from, Instant to) {
    return new RosterAccessGranted(
        new GrantId(grant),
        staff.value(),
        patient,
        GrantKind.GROUP_LEADER,
        "TREAT",
        Labels.ALL_BUT_SEALED,
        true,
        from,
        to);
  }

  /** Closes a person who gave the seat up to those who would have run the session. */
  @Transactional
  public void close(SessionSlot session, PatientId patient) {
    Instant now = clock.instant();
    for (StaffId staff : session.facilitators()) {
      UUID grant = grantOf(session, staff, patient);
      if (grants.revoke(grant, now)) {
        outbox.append(new RosterAccessRevoked(new GrantId(grant), staff.value(), patient, now));
      }
    }
  }

  /** One grant for each session, leader and member, the same however often the roster is opened. */
  private static UUID grantOf(SessionSlot session, StaffId staff, PatientId patient) {
    return UUID.nameUUIDFromBytes(
        ("roster:" + session.id() + ":" + staff + ":" + patient).getBytes(StandardCharsets.UTF_8));
  }
}
