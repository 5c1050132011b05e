package org.daybridge.journey;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Somebody at a front end: calls the API through the gateway with a token of the own. */
final class Person {
  private static final HttpClient HTTP =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
  private static final Duration PATIENCE = Duration.ofSeconds(40);

  private final String name;
  private final String url;
  private final Supplier<String> token;

  Person(String name, String url, Supplier<String> token) {
    this.name = name;
    this.url = url;
    this.token = token;
  }

  String name() {
    return name;
  }

  /** An answer as it came. */
  record Answer(int status, String body, String etag) {
    JsonObject json() {
      return new JsonObject(body);
    }

    JsonArray list() {
      return new JsonArray(body);
    }

    JsonArray items() {
      return json().getJsonArray("items");
    }

    String text(String field) {
      return json().getString(field);
    }

    /** The slug of a problem. */
    String slug() {
      String type = body.startsWith("{") ? json().getString("type", "") : "";
      return type.substring(type.lastIndexOf('/') + 1);
    }

    Answer expect(int wanted) {
      if (status != wanted) {
        throw new StoryBroken("status " + wanted + " was expected, came " + status + " " + body);
      }
      return this;
    }

    /** The answer is a refusal by this rule. */
    boolean refusedBy(int wanted, String rule) {
      return status == wanted && slug().equals(rule);
    }
  }

  Answer get(String path) {
    return send(request(path).GET());
  }

  Answer post(String path, JsonObject body) {
    return post(path, body, "");
  }

  Answer post(String path, JsonObject body, String ifMatch) {
    return send(
        matching(request(path), ifMatch)
            .header("Idempotency-Key", UUID.randomUUID().toString())
            .POST(HttpRequest.BodyPublishers.ofString(body.encode())));
  }

  Answer put(String path, JsonObject body) {
    return put(path, body, "");
  }

  Answer put(String path, JsonObject body, String ifMatch) {
    return send(
        matching(request(path), ifMatch).PUT(HttpRequest.BodyPublishers.ofString(body.encode())));
  }

  /** Reads until the answer is as wanted: what one service decided reaches the next by an event. */
  Answer awaits(String path, Predicate<Answer> wanted) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    Answer answer = get(path);
    while (!(answer.status() == 200 && wanted.test(answer))) {
      if (System.nanoTime() > end) {
        throw new StoryBroken(name + " waited in vain for " + path + ": " + answer);
      }
      pause();
      answer = get(path);
    }
    return answer;
  }

  private static HttpRequest.Builder matching(HttpRequest.Builder request, String ifMatch) {
    return ifMatch.isEmpty() ? request : request.header("If-Match", ifMatch);
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(url + path))
        .timeout(Duration.ofSeconds(30))
        .header("Authorization", "Bearer " + token.get())
        .header("Content-Type", "application/json");
  }

  private static Answer send(HttpRequest.Builder request) {
    try {
      HttpResponse<String> response =
          HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
      return new Answer(
          response.statusCode(), response.body(), response.headers().firstValue("ETag").orElse(""));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StoryBroken("nobody interrupts the story");
    } catch (IOException e) {
      throw new StoryBroken("the gateway answers: " + e);
    }
  }

  private static void pause() {
    try {
      Thread.sleep(100);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StoryBroken("nobody interrupts the story");
    }
  }
}
