package org.daybridge.kit.readiness;

import io.quarkus.vertx.http.ManagementInterface;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.DecodeException;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.DateTimeException;
import java.time.Instant;
import org.daybridge.kit.outbox.Inbox;
import org.daybridge.kit.timer.ServiceClock;

/** What operators do on the management port: move a simulated clock, replay events that failed. */
@ApplicationScoped
public class ManagementDoor {
  private final ServiceClock clock;
  private final Inbox inbox;
  private final ReadinessSettings settings;

  ManagementDoor(ServiceClock clock, Inbox inbox, ReadinessSettings settings) {
    this.clock = clock;
    this.inbox = inbox;
    this.settings = settings;
  }

  void open(@Observes ManagementInterface management) {
    management.router().route(HttpMethod.POST, "/q/inbox/replay").blockingHandler(this::replay);
    management.router().route(HttpMethod.GET, "/q/clock").handler(this::tell);
    if (settings.simulation()) {
      management
          .router()
          .route(HttpMethod.PUT, "/q/clock")
          .handler(BodyHandler.create())
          .handler(this::move);
    }
  }

  private void tell(RoutingContext request) {
    answer(request, 200, "{\"now\":\"" + clock.instant() + "\"}");
  }

  private void move(RoutingContext request) {
    try {
      clock.show(Instant.parse(request.body().asJsonObject().getString("now")));
      tell(request);
    } catch (DateTimeException | DecodeException | NullPointerException e) {
      answer(request, 400, "{\"detail\":\"now must be an instant\"}");
    }
  }

  private void replay(RoutingContext request) {
    answer(request, 200, "{\"reopened\":" + inbox.replayFailed() + "}");
  }

  private static void answer(RoutingContext request, int status, String json) {
    request
        .response()
        .setStatusCode(status)
        .putHeader("Content-Type", "application/json")
        .end(json);
  }
}
