package org.daybridge.scheduling.weekplan.rest;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.subscription.MultiEmitter;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.UUID;
import org.daybridge.kit.identity.Caller;
import org.daybridge.kit.identity.Callers;
import org.daybridge.scheduling.weekplan.PlanJob;
import org.daybridge.scheduling.weekplan.PlanJobs;

/** Tells how a plan goes on until it has ended, from the database: any replica can tell it. */
@ApplicationScoped
class PlanProgress {
  private static final Duration EVERY = Duration.ofMillis(500);
  private static final Duration LONGEST = Duration.ofHours(2);

  private final PlanJobs jobs;

  PlanProgress(PlanJobs jobs) {
    this.jobs = jobs;
  }

  /** One view now, then one for each change; the last one is of the ended plan. */
  Multi<WeekPlanView> of(UUID id) {
    Caller caller = Callers.current();
    return Multi.createFrom()
        .emitter(
            listener -> {
              var _ =
                  Thread.ofVirtual()
                      .name("week-plan-progress")
                      .start(() -> tell(id, caller, listener));
            });
  }

  private void tell(UUID id, Caller caller, MultiEmitter<? super WeekPlanView> listener) {
    long end = System.nanoTime() + LONGEST.toNanos();
    try {
      PlanJob told = null;
      while (!listener.isCancelled() && System.nanoTime() < end) {
        PlanJob now = look(id, caller);
        if (!now.equals(told)) {
          listener.emit(WeekPlanView.of(now));
          told = now;
        }
        if (now.state().ended()) {
          break;
        }
        Thread.sleep(EVERY);
      }
      listener.complete();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      listener.complete();
    } catch (RuntimeException e) {
      listener.fail(e);
    }
  }

  private PlanJob look(UUID id, Caller caller) {
    return Callers.doing(
        caller, () -> QuarkusTransaction.requiringNew().call(() -> jobs.require(id)));
  }
}
