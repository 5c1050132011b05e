package org.daybridge.outcomes.notice.worker;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.daybridge.kit.decision.Ids;
import org.daybridge.kit.identity.Caller;
import org.daybridge.kit.identity.Callers;
import org.daybridge.kit.identity.IdentitySettings;
import org.daybridge.kit.outbox.EventSettings;
import org.daybridge.outcomes.notice.NoticeHandler;
import org.daybridge.outcomes.notice.NoticeSettings;
import org.daybridge.outcomes.notice.Notices;
import org.jboss.logging.Logger;

/**
 * Sends what is due, on two threads, so that one target that hangs does not hold the others. A
 * notice that was taken by a sender that died is taken again after its lease.
 */
@ApplicationScoped
class NoticeSender {
  private static final Logger LOG = Logger.getLogger(NoticeSender.class);
  private static final Duration LEASE = Duration.ofSeconds(30);
  private static final Duration LOOK = Duration.ofMillis(500);
  private static final int SENDERS = 2;

  private final NoticeHandler handler;
  private final SignedPost post;
  private final EventSettings events;
  private final IdentitySettings identity;
  private final List<Thread> threads = new ArrayList<>();
  private volatile boolean running;

  NoticeSender(
      NoticeHandler handler,
      NoticeSettings settings,
      EventSettings events,
      IdentitySettings identity) {
    this.handler = handler;
    this.post = new SignedPost(settings);
    this.events = events;
    this.identity = identity;
  }

  void start(@Observes @Priority(2000) StartupEvent event) {
    if (!events.running()) {
      return;
    }
    running = true;
    for (int i = 0; i < SENDERS; i++) {
      threads.add(Thread.ofPlatform().daemon().name("notice-" + i).start(this::run));
    }
  }

  void stop(@Observes ShutdownEvent event) throws InterruptedException {
    running = false;
    for (Thread thread : threads) {
      thread.join(5_000);
    }
  }

  private void run() {
    while (running) {
      try {
        if (!sendOne()) {
          Thread.sleep(LOOK);
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        running = false;
      } catch (RuntimeException e) {
        LOG.warnf("Notices could not be looked at: %s", e.getClass().getName());
        pause();
      }
    }
  }

  private boolean sendOne() {
    Caller caller = Caller.service("notice", identity.organization(), Ids.next());
    List<Notices.Due> due = Callers.doing(caller, () -> handler.take(LEASE, 1));
    for (Notices.Due one : due) {
      SignedPost.Answer answer =
          Callers.doing(caller, () -> handler.secret(one))
              .map(secret -> post.send(one, secret))
              .orElse(new SignedPost.Answer(false, "the secret can't be opened"));
      Callers.doing(
          caller,
          () -> {
            if (answer.heard()) {
              handler.delivered(one, answer.told());
            } else {
              handler.notDelivered(one, answer.told());
            }
            return true;
          });
    }
    return !due.isEmpty();
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
