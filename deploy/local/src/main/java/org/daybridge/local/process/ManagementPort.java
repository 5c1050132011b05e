package org.daybridge.local.process;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;

/** What the launcher asks and tells a service on its management port. */
final class ManagementPort {

  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final HttpClient HTTP =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(1))
          .build();

  private final int port;

  ManagementPort(int port) {
    this.port = port;
  }

  boolean isReady() {
    return status(request("/q/health/ready").GET().build()) == 200;
  }

  /** Lets the service's clock show this time. */
  void show(Instant now) {
    String body = new JsonObject().put("now", now.toString()).encode();
    int status =
        status(
            request("/q/clock")
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString(body))
                .build());
    if (status != 200) {
      throw new IllegalStateException(
          "The clock behind port " + port + " was not moved (status " + status + ").");
    }
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)).timeout(PATIENCE);
  }

  private static int status(HttpRequest request) {
    try {
      return HTTP.send(request, BodyHandlers.discarding()).statusCode();
    } catch (IOException away) {
      return 0;
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      return 0;
    }
  }
}
