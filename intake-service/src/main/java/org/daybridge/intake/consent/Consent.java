package org.daybridge.intake.consent;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.daybridge.contract.intake.ConsentId;
import org.daybridge.contract.intake.ConsentType;
import org.daybridge.contract.intake.IntakeEvent;
import org.daybridge.contract.intake.IntakeEvent.ConsentGranted;
import org.daybridge.contract.intake.IntakeEvent.ConsentRevoked;
import org.daybridge.contract.intake.PatientId;
import org.daybridge.kit.decision.Decision;
import org.jspecify.annotations.Nullable;

/**
 * A consent that a patient gave in writing. It holds until it expires or is revoked; revoking acts
 * forward only and never undoes what was done under it (42 CFR 2.31).
 */
public record Consent(
    ConsentId id,
    PatientId patient,
    Document document,
    Terms terms,
    Instant signedAt,
    @Nullable LocalDate expiresOn,
    @Nullable Instant revokedAt,
    int labels,
    long version) {

  /** The text that was signed, by whom. */
  public record Document(String textVersion, String language, String signedBy) {
    @Override
    public String toString() {
      return "Document[" + textVersion + "]";
    }
  }

  /** What was consented to. */
  public sealed interface Terms {
    /** Being treated in the program. */
    record Treatment() implements Terms {}

    /** A disclosure of substance-use records, with the elements that the rule asks for (P2-1). */
    record Disclosure(
        @Nullable String discloser,
        @Nullable String information,
        List<String> recipients,
        @Nullable String recipientClass,
        @Nullable Purpose purpose,
        boolean rightToRevokeStated,
        boolean redisclosureStated,
        @Nullable String expiryEvent)
        implements Terms {
      public Disclosure {
        recipients = List.copyOf(recipients);
      }
    }
  }

  /** Why records are disclosed. The last two stand alone and can't be combined (P2-5, P2-6). */
  public enum Purpose {
    TREATMENT_PAYMENT_OPERATIONS,
    SPECIFIC,
    COUNSELING_NOTES,
    LEGAL_PROCEEDINGS
  }

  public ConsentType type() {
    return switch (terms) {
      case Terms.Treatment _ -> ConsentType.TREATMENT;
      case Terms.Disclosure _ -> ConsentType.PART2_DISCLOSURE;
    };
  }

  public boolean holdsOn(LocalDate day) {
    return revokedAt == null && (expiresOn == null || !day.isAfter(expiresOn));
  }

  /** Records the consent; a disclosure consent without one of its elements is none. */
  public static Decision<Consent, IntakeEvent> grant(Consent consent, Instant now) {
    if (consent.signedAt().isAfter(now)) {
      return Decision.refused("signature-is-past", "The signature lies in the future.");
    }
    if (consent.expiresOn() != null
        && consent.expiresOn().isBefore(LocalDate.ofInstant(now, java.time.ZoneOffset.UTC))) {
      return Decision.refused("consent-expires-ahead", "The consent has expired already.");
    }
    if (consent.terms() instanceof Terms.Disclosure disclosure) {
      List<String> missing = missing(disclosure, consent.expiresOn());
      if (!missing.isEmpty()) {
        return Decision.refused(
            "part2-consent-elements", "The consent lacks: " + String.join(", ", missing) + ".");
      }
    }
    return Decision.applied(
        consent,
        new ConsentGranted(
            consent.id(),
            consent.patient(),
            consent.type(),
            consent.terms() instanceof Terms.Disclosure(_, _, _, var recipientClass, _, _, _, _)
                ? recipientClass
                : null,
            consent.signedAt(),
            consent.expiresOn()));
  }

  /**
   * Of the nine elements the patient, the signature and its date are given by the consent itself.
   */
  private static List<String> missing(Terms.Disclosure terms, @Nullable LocalDate expiresOn) {
    List<String> missing = new ArrayList<>();
    if (blank(terms.discloser())) {
      missing.add("discloser");
    }
    if (blank(terms.information())) {
      missing.add("information");
    }
    if (terms.recipients().isEmpty() && blank(terms.recipientClass())) {
      missing.add("recipients or recipientClass");
    }
    if (terms.purpose() == null) {
      missing.add("purpose");
    }
    if (!terms.rightToRevokeStated()) {
      missing.add("rightToRevokeStated");
    }
    if (expiresOn == null && blank(terms.expiryEvent())) {
      missing.add("expiresOn or expiryEvent");
    }
    if (terms.purpose() == Purpose.TREATMENT_PAYMENT_OPERATIONS && !terms.redisclosureStated()) {
      missing.add("redisclosureStated");
    }
    return missing;
  }

  private static boolean blank(@Nullable String text) {
    return text == null || text.isBlank();
  }

  /** Revokes it from now on; a second time changes nothing. */
  public Decision<Consent, IntakeEvent> revoke(Instant now) {
    if (revokedAt != null) {
      return Decision.applied(this);
    }
    return Decision.applied(
        new Consent(id, patient, document, terms, signedAt, expiresOn, now, labels, version),
        new ConsentRevoked(id, patient, type(), now));
  }
}
