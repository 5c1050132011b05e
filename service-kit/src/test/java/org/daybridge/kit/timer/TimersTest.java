package org.daybridge.kit.timer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.daybridge.kit.decision.Ids;
import org.daybridge.kit.identity.Callers;
import org.daybridge.kit.test.TestPlatform;
import org.daybridge.kit.trial.Effects;
import org.daybridge.kit.trial.RemindingTimer;
import org.daybridge.kit.trial.Trial;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What must happen at a time happens once. */
@QuarkusTest
@QuarkusTestResource(TestPlatform.class)
class TimersTest {
  @Inject Timers timers;
  @Inject TimerRunner runner;
  @Inject ServiceClock clock;
  @Inject Effects effects;

  private final UUID subject = Ids.next();

  @AfterEach
  void realTimeAgain() {
    clock.show(Instant.now());
  }

  @Test
  void isSetInATransactionOnly() {
    assertThatThrownBy(
            () ->
                Callers.doing(
                    Trial.service(),
                    () -> {
                      timers.schedule(RemindingTimer.KIND, subject, clock.instant(), null);
                      return true;
                    }))
        .hasMessageContaining("ransaction");
  }

  @Test
  void manyRunnersFireEachTimerOnce() {
    List<UUID> subjects = Stream.generate(Ids::next).limit(30).toList();
    subjects.forEach(one -> schedule(one, clock.instant(), "now"));
    try (ExecutorService many = Executors.newFixedThreadPool(4)) {
      for (int i = 0; i < 4; i++) {
        many.execute(runner::fireAllDue);
      }
    }
    Trial.await()
        .untilAsserted(
            () -> assertThat(subjects).allMatch(one -> fired(one).equals(List.of("fired now"))));
  }

  @Test
  void firesWhenTheClockHasPassedItAndNotBefore() {
    schedule(subject, clock.instant().plus(Duration.ofDays(30)), "in a month");
    runner.fireAllDue();
    assertThat(fired(subject)).isEmpty();
    clock.show(Instant.now().plus(Duration.ofDays(31)));
    Trial.await()
        .untilAsserted(() -> assertThat(fired(subject)).containsExactly("fired in a month"));
  }

  @Test
  void whatFellDueDuringAnOutageFiresLateRatherThanNever() {
    schedule(subject, clock.instant().minus(Duration.ofDays(9)), "late");
    Trial.await().untilAsserted(() -> assertThat(fired(subject)).containsExactly("fired late"));
  }

  @Test
  void settingItAgainMovesIt() {
    schedule(subject, clock.instant().plus(Duration.ofDays(1)), "first");
    schedule(subject, clock.instant().minusSeconds(1), "second");
    Trial.await().untilAsserted(() -> assertThat(fired(subject)).containsExactly("fired second"));
    clock.show(Instant.now().plus(Duration.ofDays(2)));
    runner.fireAllDue();
    assertThat(fired(subject)).containsExactly("fired second");
  }

  @Test
  void aCancelledOneStaysSilent() {
    schedule(subject, clock.instant().plus(Duration.ofDays(1)), "never");
    Trial.doing(Trial.service(), () -> timers.cancel(RemindingTimer.KIND, subject));
    clock.show(Instant.now().plus(Duration.ofDays(2)));
    runner.fireAllDue();
    assertThat(fired(subject)).isEmpty();
  }

  @Test
  void aFailureLeavesNoEffectAndIsTriedAgain() {
    RemindingTimer.BROKEN.add(subject);
    schedule(subject, clock.instant().minusSeconds(1), "again");
    Trial.await().untilAsserted(() -> assertThat(attempts()).isPositive());
    assertThat(fired(subject)).isEmpty();
    RemindingTimer.BROKEN.remove(subject);
    Trial.await().untilAsserted(() -> assertThat(fired(subject)).containsExactly("fired again"));
  }

  private long attempts() {
    return Trial.number("select attempts from timer where subject_id = ?", subject);
  }

  private void schedule(UUID whom, Instant due, String details) {
    Trial.doing(Trial.service(), () -> timers.schedule(RemindingTimer.KIND, whom, due, details));
  }

  private List<String> fired(UUID whom) {
    return Trial.as(Trial.service(), () -> effects.of(whom));
  }
}
