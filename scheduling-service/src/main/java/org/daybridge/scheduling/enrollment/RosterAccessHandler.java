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
import org.daybridge.kit.identity.AccessGrants;
import org.daybridge.kit.identity.AccessGrants.Grant;
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
  private final AccessGrants grants;
  private final Outbox outbox;
  private final RulePacks packs;
  private final DeskHandler desk;
  private final Clock clock;

  RosterAccessHandler(
      Seats seats,
      AccessGrants grants,
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
    Instant from = opensAt(session);
    Instant to = session.end().plus(hours(session, "roster-hours-after"));
    if (from.isAfter(clock.instant())) {
      return;
    }
    for (PatientId patient : patients.stream().sorted(RosterAccessHandler::byId).toList()) {
      for (StaffId staff : session.facilitators()) {
        var grant = grant(session, staff, patient, from, to);
        grants.put(grant);
        outbox.append(granted(grant, patient));
      }
    }
  }

  private static Grant grant(
      SessionSlot session, StaffId staff, PatientId patient, Instant from, Instant to) {
    return new Grant(
        grantOf(session, staff, patient),
        staff.value(),
        patient.value(),
        GrantKind.GROUP_LEADER,
        "TREAT",
        Labels.ALL_BUT_SEALED,
        true,
        from,
        to);
  }

  private static int byId(PatientId one, PatientId other) {
    return one.value().compareTo(other.value());
  }

  private static SchedulingEvent granted(Grant grant, PatientId patient) {
    return new RosterAccessGranted(
        new GrantId(grant.grantId()),
        grant.principalId(),
        patient,
        grant.kind(),
        grant.purpose(),
        grant.allowedLabels(),
        grant.canWrite(),
        grant.validFrom(),
        grant.validTo());
  }

  /** Closes a person who gave the seat up to those who would have run the session. */
  @Transactional
  public void close(SessionSlot session, PatientId patient) {
    Instant now = clock.instant();
    if (opensAt(session).isAfter(now)) {
      return;
    }
    for (StaffId staff : session.facilitators()) {
      UUID grant = grantOf(session, staff, patient);
      grants.end(grant, now);
      outbox.append(new RosterAccessRevoked(new GrantId(grant), staff.value(), patient, now));
    }
  }

  private Instant opensAt(SessionSlot session) {
    return session.start().minus(hours(session, "roster-hours-before"));
  }

  private Duration hours(SessionSlot session, String rule) {
    return Duration.ofHours(
        packs.on(LocalDate.ofInstant(session.start(), ZoneOffset.UTC)).number(rule));
  }

  /** One grant for each session, leader and member, the same however often the roster is opened. */
  private static UUID grantOf(SessionSlot session, StaffId staff, PatientId patient) {
    return UUID.nameUUIDFromBytes(
        ("roster:" + session.id() + ":" + staff + ":" + patient).getBytes(StandardCharsets.UTF_8));
  }
}
