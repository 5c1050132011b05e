package org.daybridge.kit.identity;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import org.daybridge.contract.DomainEvent;
import org.daybridge.contract.intake.IntakeEvent.AccessGranted;
import org.daybridge.contract.intake.IntakeEvent.AccessRevoked;
import org.daybridge.contract.outcomes.OutcomesEvent.EscalationAccessGranted;
import org.daybridge.contract.scheduling.SchedulingEvent.RosterAccessGranted;
import org.daybridge.contract.scheduling.SchedulingEvent.RosterAccessRevoked;
import org.daybridge.kit.identity.AccessGrants.Grant;
import org.daybridge.kit.outbox.Envelope;
import org.daybridge.kit.outbox.Follower;

/**
 * Keeps this service's grants as the services that give them announce: care team, roster,
 * escalation.
 */
@ApplicationScoped
class AccessFollower implements Follower {
  private final AccessGrants grants;

  AccessFollower(AccessGrants grants) {
    this.grants = grants;
  }

  @Override
  public Set<Class<? extends DomainEvent>> follows() {
    return Set.of(
        AccessGranted.class,
        AccessRevoked.class,
        RosterAccessGranted.class,
        RosterAccessRevoked.class,
        EscalationAccessGranted.class);
  }

  @Override
  public void on(Envelope envelope, DomainEvent event) {
    switch (event) {
      case AccessGranted(
              var id,
              var principal,
              var patient,
              var kind,
              var purpose,
              var labels,
              var write,
              var from,
              var to) ->
          grants.put(
              new Grant(
                  id.value(), principal, patient.value(), kind, purpose, labels, write, from, to));
      case RosterAccessGranted(
              var id,
              var principal,
              var patient,
              var kind,
              var purpose,
              var labels,
              var write,
              var from,
              var to) ->
          grants.put(
              new Grant(
                  id.value(), principal, patient.value(), kind, purpose, labels, write, from, to));
      case EscalationAccessGranted(
              var id,
              var principal,
              var patient,
              var kind,
              var purpose,
              var labels,
              var write,
              var from,
              var to) ->
          grants.put(
              new Grant(
                  id.value(), principal, patient.value(), kind, purpose, labels, write, from, to));
      case AccessRevoked(var id, _, _, var at) -> grants.end(id.value(), at);
      case RosterAccessRevoked(var id, _, _, var at) -> grants.end(id.value(), at);
      default -> throw new IllegalArgumentException("Not followed: " + envelope.type());
    }
  }
}
