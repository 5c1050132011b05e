package org.daybridge.scheduling.session;

import static org.assertj.core.api.Assertions.assertThat;

import org.daybridge.kit.decision.Decision;
import org.daybridge.scheduling.register.SessionType.Seats;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GroupCapacityTest {
  private static final GroupCapacity TEXAS = new GroupCapacity(12, 16, 35);

  @ParameterizedTest
  @CsvSource({
    "GROUP, 12, 1, 20, ",
    "GROUP, 13, 1, 20, capacity-within-limit",
    "GROUP, 16, 2, 20, ",
    "GROUP, 17, 2, 20, capacity-within-limit",
    "EDUCATION, 35, 1, 40, ",
    "EDUCATION, 36, 1, 40, capacity-within-limit",
    "INDIVIDUAL, 1, 1, 3, ",
    "INDIVIDUAL, 2, 1, 3, capacity-within-limit",
    "OPEN, 60, 1, 100, ",
    "GROUP, 11, 1, 12, ",
    "GROUP, 12, 1, 12, room-seats",
  })
  void theRuleAndTheRoomBoundTheSeats(
      Seats seats, int wanted, int facilitators, int room, String rule) {
    var decision = TEXAS.plan(seats, wanted, facilitators, room);

    assertThat(decision instanceof Decision.Refused<Integer, Void> refused ? refused.rule() : null)
        .isEqualTo(rule);
  }
}
