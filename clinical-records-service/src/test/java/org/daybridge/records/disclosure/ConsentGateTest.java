package org.daybridge.records.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.daybridge.kit.decision.Decision;
import org.daybridge.kit.decision.Decision.Applied;
import org.daybridge.kit.decision.Decision.Refused;
import org.daybridge.records.disclosure.ConsentGate.Consent;
import org.daybridge.records.disclosure.ConsentGate.Passage;
import org.daybridge.records.disclosure.Disclosure.RecipientClass;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConsentGateTest {

  private static final Instant NOW = Instant.parse("2026-03-02T17:00:00Z");
  private static final LocalDate TODAY = LocalDate.parse("2026-03-02");
  private static final UUID CONSENT = new UUID(1, 1);

  @Test
  void substanceUseRecordsNeedAConsentEvenForPayment() {
    assertThat(rule(ask(true, RecipientClass.HEALTH_PLAN))).isEqualTo("no-consent");
    assertThat(ask(false, RecipientClass.HEALTH_PLAN)).isInstanceOf(Applied.class);
  }

  @Test
  void theConsentAndTheNoticeGoAlong() {
    var passage = passage(ask(true, RecipientClass.HEALTH_PLAN, consent("HEALTH_PLAN")));
    assertThat(passage.consent()).contains(CONSENT);
    assertThat(passage.notice()).contains(Disclosure.PART2_NOTICE);
  }

  @Test
  void aConsentForOneClassDoesNotCoverAnother() {
    assertThat(rule(ask(true, RecipientClass.TREATING_PROVIDER, consent("HEALTH_PLAN"))))
        .isEqualTo("no-consent");
  }

  @Test
  void courtsAndEmployersNeedAConsentWhateverTheRecord() {
    assertThat(rule(ask(false, RecipientClass.EMPLOYER))).isEqualTo("no-consent");
    assertThat(ask(false, RecipientClass.EMPLOYER, consent("EMPLOYER")))
        .isInstanceOf(Applied.class);
  }

  @ParameterizedTest
  @CsvSource({"0,true", "-1,false"})
  void aConsentHoldsThroughItsLastDay(int days, boolean passes) {
    var consent = consent(NOW, Optional.of(TODAY.plusDays(days)), Optional.empty());
    assertThat(ask(true, RecipientClass.HEALTH_PLAN, consent) instanceof Applied).isEqualTo(passes);
  }

  @ParameterizedTest
  @CsvSource({"1,true", "0,false", "-1,false"})
  void aRevocationActsFromItsInstantOn(int seconds, boolean passes) {
    var revoked = Optional.of(NOW.plus(Duration.ofSeconds(seconds)));
    var consent = consent(NOW.minusSeconds(60), Optional.empty(), revoked);
    assertThat(ask(true, RecipientClass.HEALTH_PLAN, consent) instanceof Applied).isEqualTo(passes);
  }

  @Test
  void aConsentDoesNotActBackwards() {
    var later = consent(NOW.plusSeconds(1), Optional.empty(), Optional.empty());
    assertThat(rule(ask(true, RecipientClass.HEALTH_PLAN, later))).isEqualTo("no-consent");
  }

  private static Consent consent(String recipientClass) {
    return new Consent(
        CONSENT, Optional.of(recipientClass), NOW, Optional.empty(), Optional.empty());
  }

  private static Consent consent(
      Instant from, Optional<LocalDate> expires, Optional<Instant> revoked) {
    return new Consent(CONSENT, Optional.empty(), from, expires, revoked);
  }

  private static Decision<Passage, Void> ask(
      boolean part2, RecipientClass recipient, Consent... consents) {
    return ConsentGate.ask(part2, recipient, List.of(consents), NOW, TODAY);
  }

  private static Passage passage(Decision<Passage, Void> decision) {
    return ((Applied<Passage, Void>) decision).next();
  }

  private static String rule(Decision<Passage, Void> decision) {
    return ((Refused<Passage, Void>) decision).rule();
  }
}
