package org.daybridge.intake.careteam;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;
import org.daybridge.contract.intake.GrantId;
import org.daybridge.contract.intake.GrantKind;
import org.daybridge.contract.intake.IntakeEvent.AccessGranted;
import org.daybridge.contract.intake.IntakeEvent.AccessRevoked;
import org.daybridge.contract.intake.PatientId;
import org.daybridge.contract.scheduling.StaffId;
import org.daybridge.kit.decision.Ids;
import org.daybridge.kit.identity.AccessGrants;
import org.daybridge.kit.identity.AccessGrants.Grant;
import org.daybridge.kit.identity.Caller;
import org.daybridge.kit.identity.Callers;
import org.daybridge.kit.identity.Labels;
import org.daybridge.kit.outbox.Outbox;
import org.daybridge.kit.rulepack.RulePacks;

/**
 * Derives who may see a patient from what the clinic does: who receives referrals, who assesses,
 * who treats, who oversees, and the patient. Every grant is written here and announced in the same
 * transaction.
 */
@ApplicationScoped
@Transactional
public class AccessHandler {
  private final AccessGrants grants;
  private final Outbox outbox;
  private final RulePacks rules;
  private final Clock clock;

  AccessHandler(AccessGrants grants, Outbox outbox, RulePacks rules, Clock clock) {
    this.grants = grants;
    this.outbox = outbox;
    this.rules = rules;
    this.clock = clock;
  }

  /** Those who receive the program's referrals, and the member of the staff who took the call. */
  public void openIntake(PatientId patient, Set<StaffId> receivers) {
    Set<UUID> who = new LinkedHashSet<>();
    Caller caller = Callers.current();
    if (caller.isStaff()) {
      who.add(caller.principalId());
    }
    receivers.forEach(staff -> who.add(staff.value()));
    giveAll(who, patient, GrantKind.INTAKE);
  }

  /** Those who will assess the person. */
  public void openAssessment(PatientId patient, Collection<StaffId> assessors) {
    giveAll(assessors.stream().map(StaffId::value).toList(), patient, GrantKind.INTAKE);
  }

  /** After a decline intake can still answer questions for a while. */
  public void closeIntakeLater(PatientId patient) {
    endAt(patient, GrantKind.INTAKE, inDays("intake-sees-after-decline-days"));
  }

  /** One who treats the patient; the id of the grant. */
  public UUID joinCareTeam(PatientId patient, StaffId staff) {
    return give(staff.value(), patient, GrantKind.CARE_TEAM, "TREAT");
  }

  public void leaveCareTeam(UUID grantId) {
    grants.find(grantId).ifPresent(grant -> revoke(grant, clock.instant()));
  }

  /** At admission: overseers and the patient see the record, those of intake no longer do. */
  public void admit(PatientId patient, Set<StaffId> overseers) {
    giveAll(overseers.stream().map(StaffId::value).toList(), patient, GrantKind.OVERSIGHT);
    if (grants.open(patient.value(), GrantKind.SELF).isEmpty()) {
      give(patient.value(), patient, GrantKind.SELF, "PATRQT");
    }
    grants.open(patient.value(), GrantKind.INTAKE).forEach(grant -> revoke(grant, clock.instant()));
  }

  /** After discharge those who treated see the record for a while; the patient always does. */
  public void discharge(PatientId patient) {
    endAt(patient, GrantKind.CARE_TEAM, inDays("care-team-sees-after-discharge-days"));
    endAt(patient, GrantKind.OVERSIGHT, inDays("care-team-sees-after-discharge-days"));
  }

  private void giveAll(Collection<UUID> principals, PatientId patient, GrantKind kind) {
    Set<UUID> have = new LinkedHashSet<>();
    grants.open(patient.value(), kind).forEach(grant -> have.add(grant.principalId()));
    for (UUID principal : principals) {
      if (have.add(principal)) {
        give(principal, patient, kind, "TREAT");
      }
    }
  }

  /**
   * A grant begins with the running minute, so that it holds within the transaction that gives it.
   */
  private UUID give(UUID principal, PatientId patient, GrantKind kind, String purpose) {
    Instant from = clock.instant().truncatedTo(ChronoUnit.MINUTES);
    Grant grant =
        new Grant(
            Ids.next(),
            principal,
            patient.value(),
            kind,
            purpose,
            Labels.ALL_BUT_SEALED,
            true,
            from,
            null);
    announce(grant);
    return grant.grantId();
  }

  private void endAt(PatientId patient, GrantKind kind, Instant at) {
    for (Grant grant : grants.open(patient.value(), kind)) {
      announce(
          new Grant(
              grant.grantId(),
              grant.principalId(),
              grant.patientId(),
              grant.kind(),
              grant.purpose(),
              grant.allowedLabels(),
              grant.canWrite(),
              grant.validFrom(),
              at));
    }
  }

  private void announce(Grant grant) {
    grants.put(grant);
    outbox.append(
        new AccessGranted(
            new GrantId(grant.grantId()),
            grant.principalId(),
            new PatientId(grant.patientId()),
            grant.kind(),
            grant.purpose(),
            grant.allowedLabels(),
            grant.canWrite(),
            grant.validFrom(),
            grant.validTo()));
  }

  private void revoke(Grant grant, Instant at) {
    grants.end(grant.grantId(), at);
    outbox.append(
        new AccessRevoked(
            new GrantId(grant.grantId()),
            grant.principalId(),
            new PatientId(grant.patientId()),
            at));
  }

  private Instant inDays(String id) {
    int days = rules.on(LocalDate.now(clock)).number(id);
    return clock.instant().plus(Duration.ofDays(days));
  }
}
