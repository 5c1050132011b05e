package org.daybridge.records.disclosure;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.daybridge.kit.decision.Decision;
import org.daybridge.records.disclosure.Disclosure.RecipientClass;

/**
 * Whether this may go to that recipient now. Substance-use records need a consent that is in force
 * at this instant and covers the recipient; other records go to payers and providers for payment
 * and treatment without one (45 CFR 164.506).
 */
public final class ConsentGate {

  /** A consent to disclose; without a recipient class it covers every class. */
  public record Consent(
      UUID id,
      Optional<String> recipientClass,
      Instant effectiveAt,
      Optional<LocalDate> expiresOn,
      Optional<Instant> revokedAt) {

    boolean covers(RecipientClass recipient, Instant now, LocalDate today) {
      return recipientClass.map(recipient.name()::equals).orElse(true)
          && !effectiveAt.isAfter(now)
          && expiresOn.map(last -> !today.isAfter(last)).orElse(true)
          && revokedAt.map(now::isBefore).orElse(true);
    }
  }

  /** The consent it rests on, if it needs one, and the notice that goes along. */
  public record Passage(Optional<UUID> consent, Optional<String> notice) {}

  private ConsentGate() {}

  public static Decision<Passage, Void> ask(
      boolean part2,
      RecipientClass recipient,
      List<Consent> consents,
      Instant now,
      LocalDate today) {
    var covering = consents.stream().filter(each -> each.covers(recipient, now, today)).findFirst();
    var notice = part2 ? Optional.of(Disclosure.PART2_NOTICE) : Optional.<String>empty();
    if (covering.isPresent()) {
      return Decision.applied(new Passage(covering.map(Consent::id), notice));
    }
    return switch (recipient) {
      case HEALTH_PLAN, TREATING_PROVIDER ->
          part2
              ? Decision.refused("no-consent", "no consent in force covers " + recipient)
              : Decision.applied(new Passage(Optional.empty(), notice));
      case COURT, EMPLOYER, OTHER ->
          Decision.refused("no-consent", "no consent in force covers " + recipient);
    };
  }
}
