package org.daybridge.kit.timer;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.daybridge.kit.audit.AuditLog;
import org.daybridge.kit.decision.Ids;
import org.daybridge.kit.identity.Caller;
import org.daybridge.kit.identity.Callers;
import org.daybridge.kit.outbox.EventSettings;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Jdbi;

/** Fires due timers, each in its own transaction, claimed so that replicas never fire one twice. */
@ApplicationScoped
public class TimerRunner {
  private static final Logger LOG = Logger.getLogger(TimerRunner.class);
  private static final int TRIES = 10;
  private static final Duration LOOK = Duration.ofMillis(500);

  private final Jdbi jdbi;
  private final Clock clock;
  private final EventSettings settings;
  private final AuditLog audit;
  private final Map<String, TimerTarget> targets;
  private final AtomicLong failed = new AtomicLong();
  private volatile boolean running;
  private Thread thread = new Thread(() -> {});

  TimerRunner(
      Jdbi jdbi,
      Clock clock,
      EventSettings settings,
      AuditLog audit,
      @Any Instance<TimerTarget> targets,
      MeterRegistry meters) {
    this.jdbi = jdbi;
    this.clock = clock;
    this.settings = settings;
    this.audit = audit;
    this.targets =
        targets.stream().collect(Collectors.toMap(TimerTarget::kind, Function.identity()));
    meters.gauge("daybridge.timer.failed", failed);
  }

  void start(@Observes @Priority(2000) StartupEvent event) {
    if (settings.running() && !targets.isEmpty()) {
      running = true;
      thread = Thread.ofPlatform().daemon().name("timers").start(this::run);
    }
  }

  void stop(@Observes ShutdownEvent event) throws InterruptedException {
    running = false;
    thread.interrupt();
    thread.join(5_000);
  }

  private void run() {
    while (running) {
      try {
        while (running && fireNext()) {
          LOG.debug("A timer fired");
        }
        Thread.sleep(LOOK);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        running = false;
      } catch (RuntimeException e) {
        LOG.warnf("Timers could not be looked at: %s", e.getClass().getName());
        LOG.debug("Timers could not be looked at", e);
        pause();
      }
    }
  }

  /**
   * Fires everything that is due now; for a caller that moved the clock and wants to see the
   * effect.
   */
  public void fireAllDue() {
    boolean fired = true;
    while (fired) {
      fired = fireNext();
    }
  }

  /** Fires the timer that is due longest; false when none is. */
  boolean fireNext() {
    Caller nobody = Caller.service(settings.service(), new UUID(0, 0), Ids.next());
    Optional<DueTimer> due =
        Callers.doing(nobody, () -> QuarkusTransaction.requiringNew().call(this::longestDue));
    if (due.isEmpty()) {
      return false;
    }
    DueTimer timer = due.get();
    Caller service = Caller.service(settings.service(), timer.organizationId(), Ids.next());
    try {
      Callers.doing(
          service, () -> QuarkusTransaction.requiringNew().call(() -> claimAndFire(timer)));
    } catch (RuntimeException e) {
      LOG.warnf(
          "Timer %s of kind %s failed with %s",
          timer.timerId(), timer.kind(), e.getClass().getName());
      LOG.debug("Timer failed", e);
      Callers.doing(
          service, () -> QuarkusTransaction.requiringNew().call(() -> countFailure(timer)));
    }
    return true;
  }

  private Optional<DueTimer> longestDue() {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "select * from timer where fired_at is null and cancelled_at is null and"
                        + " failed_at is null and kind in (<kinds>) and due_at + (interval '1"
                        + " second' * attempts * attempts) <= :now order by due_at limit 1 for"
                        + " update skip locked")
                .bindList("kinds", List.copyOf(targets.keySet()))
                .bind("now", clock.instant().atOffset(ZoneOffset.UTC))
                .map(
                    (row, _) ->
                        new DueTimer(
                            row.getObject("timer_id", UUID.class),
                            row.getObject("organization_id", UUID.class),
                            row.getString("kind"),
                            row.getObject("subject_id", UUID.class),
                            row.getObject("due_at", java.time.OffsetDateTime.class).toInstant(),
                            row.getString("details"),
                            row.getInt("attempts")))
                .findOne());
  }

  private boolean claimAndFire(DueTimer timer) {
    int claimed =
        jdbi.withHandle(
            handle ->
                handle
                    .createUpdate(
                        "update timer set fired_at = clock_timestamp() where timer_id in (select"
                            + " timer_id from timer where timer_id = :id and fired_at is null and"
                            + " cancelled_at is null and due_at = :due for update skip locked)")
                    .bind("id", timer.timerId())
                    .bind("due", timer.dueAt().atOffset(ZoneOffset.UTC))
                    .execute());
    if (claimed == 1) {
      TimerTarget target = targets.get(timer.kind());
      if (target == null) {
        throw new IllegalStateException("Nobody fires timers of kind " + timer.kind());
      }
      audit.around("timer." + timer.kind(), () -> target.fire(timer));
    }
    return claimed == 1;
  }

  private int countFailure(DueTimer timer) {
    if (timer.attempts() + 1 >= TRIES) {
      failed.incrementAndGet();
    }
    return jdbi.withHandle(
        handle ->
            handle
                .createUpdate(
                    "update timer set attempts = attempts + 1, failed_at = case when attempts + 1"
                        + " >= :tries then clock_timestamp() end where timer_id = :id")
                .bind("tries", TRIES)
                .bind("id", timer.timerId())
                .execute());
  }

  private void pause() {
    try {
      Thread.sleep(1_000);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      running = false;
    }
  }
}
