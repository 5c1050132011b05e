package org.daybridge.scheduling.outreach;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.daybridge.contract.intake.PatientId;
import org.daybridge.contract.scheduling.SessionId;
import org.daybridge.kit.decision.Decision;
import org.daybridge.scheduling.outreach.Outreach.Attempt;
import org.daybridge.scheduling.outreach.Outreach.Channel;
import org.daybridge.scheduling.outreach.Outreach.Closed;
import org.daybridge.scheduling.outreach.Outreach.Outcome;
import org.daybridge.scheduling.outreach.Outreach.Result;
import org.junit.jupiter.api.Test;

class OutreachTest {
  private static final Instant OPENED = Instant.parse("2026-03-02T14:15:00Z");
  private static final Outreach OPEN =
      new Outreach(
          UUID.randomUUID(),
          new PatientId(UUID.randomUUID()),
          2,
          new SessionId(UUID.randomUUID()),
          OPENED,
          true,
          List.of(),
          Optional.empty(),
          0);

  @Test
  void staysOpenUntilThePersonIsReached() {
    Outreach tried = next(OPEN.attempt(attempt(Result.NOT_REACHED, false)));

    assertThat(tried.closed()).isEmpty();
    assertThat(next(tried.attempt(attempt(Result.REACHED, true))).closed())
        .contains(new Closed(Outcome.REACHED, OPENED.plusSeconds(300)));
  }

  @Test
  void whoeverWasReachedSaidWhyAndWhatComesNext() {
    assertThat(OPEN.attempt(attempt(Result.REACHED, false)))
        .isInstanceOfSatisfying(
            Decision.Refused.class,
            refused -> assertThat(refused.rule()).isEqualTo("reached-says-why"));
  }

  @Test
  void aWelfareCheckEndsIt() {
    assertThat(next(OPEN.attempt(attempt(Result.WELFARE_CHECK, false))).closed())
        .map(Closed::outcome)
        .contains(Outcome.WELFARE_CHECK);
  }

  @Test
  void arrivingEndsItOnce() {
    Outreach arrived = OPEN.arrived(OPENED.plusSeconds(60));

    assertThat(arrived.closed()).map(Closed::outcome).contains(Outcome.ARRIVED);
    assertThat(arrived.arrived(OPENED.plusSeconds(90))).isEqualTo(arrived);
    assertThat(arrived.attempt(attempt(Result.NOT_REACHED, false)))
        .isInstanceOfSatisfying(
            Decision.Refused.class,
            refused -> assertThat(refused.rule()).isEqualTo("outreach-open"));
  }

  private static Attempt attempt(Result result, boolean explained) {
    return new Attempt(
        OPENED.plusSeconds(300),
        UUID.randomUUID(),
        Channel.PHONE,
        result,
        explained ? Optional.of("overslept") : Optional.empty(),
        explained ? Optional.of("comes-tomorrow") : Optional.empty());
  }

  private static Outreach next(Decision<Outreach, Void> decision) {
    return decision.orRefuse().next();
  }
}
