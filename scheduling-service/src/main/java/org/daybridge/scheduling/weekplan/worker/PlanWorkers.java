package org.daybridge.scheduling.weekplan.worker;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.daybridge.kit.decision.Ids;
import org.daybridge.kit.identity.Caller;
import org.daybridge.kit.identity.Callers;
import org.daybridge.kit.identity.IdentitySettings;
import org.daybridge.kit.outbox.EventSettings;
import org.daybridge.kit.problem.DatabaseRefusal;
import org.daybridge.scheduling.weekplan.PlanJob;
import org.daybridge.scheduling.weekplan.PlanJobs;
import org.daybridge.scheduling.weekplan.WeekFormat;
import org.daybridge.scheduling.weekplan.WeekProblem;
import org.daybridge.scheduling.weekplan.WeekSolution;
import org.daybridge.scheduling.weekplan.WeekSolver;
import org.jboss.logging.Logger;

/**
 * Searches for the weeks that wait, away from the requests, one on a core at most. What is best so
 * far is stored twice a second; after a restart, or when this replica dies, the search goes on from
 * there.
 */
@ApplicationScoped
class PlanWorkers {
  private static final Logger LOG = Logger.getLogger(PlanWorkers.class);

  /** Longer than the first plan of the largest week takes, before which nothing renews it. */
  private static final Duration LEASE = Duration.ofSeconds(60);

  /** As often may its solvers be lost, before a plan is taken for what they died of. */
  private static final int LOSSES = 3;

  private static final Duration LOOK = Duration.ofMillis(500);

  private final PlanJobs jobs;
  private final WeekFormat format;
  private final PlanSettings settings;
  private final EventSettings events;
  private final IdentitySettings identity;
  private final List<Thread> threads = new ArrayList<>();
  private volatile boolean running;

  PlanWorkers(
      PlanJobs jobs,
      WeekFormat format,
      PlanSettings settings,
      EventSettings events,
      IdentitySettings identity) {
    this.jobs = jobs;
    this.format = format;
    this.settings = settings;
    this.events = events;
    this.identity = identity;
  }

  void start(@Observes @Priority(2000) StartupEvent event) {
    if (!events.running()) {
      return;
    }
    running = true;
    for (int i = 0; i < solvers(); i++) {
      threads.add(Thread.ofPlatform().daemon().name("week-plan-" + i).start(this::run));
    }
  }

  private int solvers() {
    return Math.clamp(settings.solvers(), 1, Runtime.getRuntime().availableProcessors());
  }

  /** What was found is stored; another replica, or the next start, goes on with it. */
  void stop(@Observes ShutdownEvent event) throws InterruptedException {
    running = false;
    for (Thread thread : threads) {
      thread.join(5_000);
    }
  }

  private void run() {
    UUID solver = Ids.next();
    while (running) {
      try {
        Optional<PlanJobs.Taken> taken = transactional(() -> jobs.take(solver, LEASE, LOSSES));
        if (taken.isPresent()) {
          work(taken.get(), solver);
        } else {
          Thread.sleep(LOOK);
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        running = false;
      } catch (RuntimeException e) {
        LOG.warnf("Week plans could not be looked at: %s", e.getClass().getName());
        pause();
      }
    }
  }

  /** While the database is away the lease stays; when it is back the search goes on. */
  private void work(PlanJobs.Taken taken, UUID solver) {
    UUID id = taken.job().id();
    try {
      PlanJobs.Found found = search(taken, solver);
      if (running) {
        transactional(() -> ended(id, solver, PlanJob.State.DONE, Optional.of(found)));
      } else {
        transactional(() -> givenBack(id, solver, found));
      }
    } catch (RuntimeException e) {
      if (DatabaseRefusal.isPassing(e)) {
        throw e;
      }
      LOG.errorf("The week plan %s failed with %s", id, e.getClass().getName());
      LOG.debug("A week plan failed", e);
      transactional(() -> ended(id, solver, PlanJob.State.FAILED, Optional.empty()));
    }
  }

  private boolean givenBack(UUID id, UUID solver, PlanJobs.Found found) {
    jobs.giveBack(id, solver, found);
    return true;
  }

  private boolean ended(UUID id, UUID solver, PlanJob.State state, Optional<PlanJobs.Found> found) {
    jobs.end(id, solver, state, found);
    return true;
  }

  private PlanJobs.Found search(PlanJobs.Taken taken, UUID solver) {
    PlanJob job = taken.job();
    WeekProblem problem = format.storedProblem(taken.problem());
    Optional<WeekSolution> earlier =
        taken.solution().map(file -> format.storedSolution(file, problem));
    Notes notes = new Notes();
    Duration left = Duration.ofSeconds(job.seconds()).minusMillis(job.searchedMillis());
    WeekSolver.Proposal last =
        new WeekSolver(Runtime.getRuntime().availableProcessors() / solvers())
            .solve(
                problem,
                earlier,
                job.seed() + job.moves(),
                left,
                best -> running && kept(job.id(), solver, notes, best));
    return notes.since(last);
  }

  private boolean kept(UUID id, UUID solver, Notes notes, Supplier<WeekSolver.Proposal> best) {
    PlanJobs.Found found = notes.since(best.get());
    return transactional(() -> jobs.keep(id, solver, LEASE, found));
  }

  /** What was told before, so that moves and time are told once. */
  private final class Notes {
    private long moves;
    private long told = System.nanoTime();

    PlanJobs.Found since(WeekSolver.Proposal best) {
      long now = System.nanoTime();
      PlanJobs.Found found =
          new PlanJobs.Found(
              format.written(best.solution()),
              best.score(),
              best.moves() - moves,
              Duration.ofNanos(now - told));
      moves = best.moves();
      told = now;
      return found;
    }
  }

  private <T> T transactional(Callable<T> work) {
    Caller caller = Caller.service("week-plan", identity.organization(), Ids.next());
    return Callers.doing(caller, () -> QuarkusTransaction.requiringNew().call(work));
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
