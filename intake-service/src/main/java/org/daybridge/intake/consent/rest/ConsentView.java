package org.daybridge.intake.consent.rest;

import java.time.Instant;
import java.time.LocalDate;
import org.daybridge.contract.intake.ConsentId;
import org.daybridge.contract.intake.ConsentType;
import org.daybridge.contract.intake.PatientId;
import org.daybridge.intake.consent.Consent;
import org.jspecify.annotations.Nullable;

/** A consent as it was signed. */
public record ConsentView(
    ConsentId id,
    PatientId patientId,
    ConsentType type,
    Consent.Document document,
    Consent.Terms.@Nullable Disclosure disclosure,
    Instant signedAt,
    @Nullable LocalDate expiresOn,
    @Nullable Instant revokedAt) {
  static ConsentView of(Consent consent) {
    return new ConsentView(
        consent.id(),
        consent.patient(),
        consent.type(),
        consent.document(),
        consent.terms() instanceof Consent.Terms.Disclosure terms ? terms : null,
        consent.signedAt(),
        consent.expiresOn(),
        consent.revokedAt());
  }

  @Override
  public String toString() {
    return "ConsentView[" + id + "]";
  }
}
