package org.daybridge.records.disclosure.messaging;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.Set;
import org.daybridge.contract.DomainEvent;
import org.daybridge.contract.intake.ConsentType;
import org.daybridge.contract.intake.IntakeEvent.ConsentGranted;
import org.daybridge.contract.intake.IntakeEvent.ConsentRevoked;
import org.daybridge.kit.outbox.Envelope;
import org.daybridge.kit.outbox.Follower;
import org.daybridge.records.disclosure.ConsentGate.Consent;
import org.daybridge.records.disclosure.Disclosures;

/**
 * Keeps consents at hand, so that a disclosure is held against what is in force at that instant.
 */
@ApplicationScoped
class ConsentFollower implements Follower {

  private final Disclosures disclosures;

  ConsentFollower(Disclosures disclosures) {
    this.disclosures = disclosures;
  }

  @Override
  public Set<Class<? extends DomainEvent>> follows() {
    return Set.of(ConsentGranted.class, ConsentRevoked.class);
  }

  @Override
  public void on(Envelope envelope, DomainEvent event) {
    if (event instanceof ConsentGranted granted && granted.consentType() != ConsentType.TREATMENT) {
      disclosures.granted(
          granted.patientId(),
          granted.consentType().name(),
          new Consent(
              granted.consentId().value(),
              Optional.ofNullable(granted.recipientClass()),
              granted.effectiveAt(),
              Optional.ofNullable(granted.expiresOn()),
              Optional.empty()));
    } else if (event instanceof ConsentRevoked revoked) {
      disclosures.revoked(revoked.consentId().value(), revoked.revokedAt());
    }
  }
}
