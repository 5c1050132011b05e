package org.daybridge.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.daybridge.local.LocalStack;
import org.daybridge.local.StackOptions;
import org.junit.jupiter.api.Test;

/** The five packaged services, the real database and broker, the gateway: one patient's path. */
class ReferralToAftercareJourneyTest {

  @Test
  void walksFromReferralToAftercare() throws IOException {
    try (LocalStack stack =
        LocalStack.start(StackOptions.forTests(StackOptions.repository()), System.out)) {
      assertThat(new Journey(stack, System.out).walk()).isGreaterThan(20);
    }
  }
}
