package org.daybridge.intake.directory.rest;

import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.daybridge.kit.problem.BadRequest;

/**
 * Counts what each address asks within a minute. Addresses are kept for that minute and in memory
 * only; when there are more of them than it remembers, the others share one count.
 */
@ApplicationScoped
class ClientBudget {
  private static final int REMEMBERED = 20_000;
  private static final String OTHERS = "others";

  private final DirectorySettings settings;
  private final Clock clock;
  private volatile Minute minute = new Minute(0, new ConcurrentHashMap<>());

  private record Minute(long number, ConcurrentHashMap<String, AtomicInteger> counts) {}

  ClientBudget(DirectorySettings settings, Clock clock) {
    this.settings = settings;
    this.clock = clock;
  }

  void spend(HttpServerRequest request) {
    spend(request.remoteAddress().hostAddress());
  }

  void spend(String address) {
    ConcurrentHashMap<String, AtomicInteger> counts = now().counts();
    String who = counts.size() < REMEMBERED || counts.containsKey(address) ? address : OTHERS;
    int asked = counts.computeIfAbsent(who, _ -> new AtomicInteger()).incrementAndGet();
    if (asked > settings.requestsPerMinute()) {
      throw new BadRequest(
          "too-many-requests",
          "%d requests a minute are answered.".formatted(settings.requestsPerMinute()),
          List.of());
    }
  }

  private Minute now() {
    long number = clock.instant().getEpochSecond() / 60;
    Minute present = minute;
    if (present.number() != number) {
      present = new Minute(number, new ConcurrentHashMap<>());
      minute = present;
    }
    return present;
  }
}
