package org.daybridge.local.sample;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.UUID;
import java.util.function.Predicate;

/**
 * The public API as one signed-in caller uses it. What one service has just decided reaches the
 * next by an event, so a request that comes too early is sent again for a while.
 */
public final class ClinicApi {

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Duration PAUSE = Duration.ofMillis(100);

  private static final HttpClient HTTP =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

  private final String url;
  private final String token;

  /** The API at this address for the caller of this token. */
  public ClinicApi(String url, String token) {
    this.url = url;
    this.token = token;
  }

  /** An answer; a body that is a list or empty stays text. */
  public record Answer(int status, String body, String etag) {

    /** Whether the request was carried out. */
    public boolean isGood() {
      return status / 100 == 2;
    }

    /** The body as an object. */
    public JsonObject json() {
      return new JsonObject(body);
    }

    /** What a problem is called, or the status. */
    String problem() {
      return body.startsWith("{") && json().containsKey("type")
          ? status + " " + json().getString("type") + " " + json().getString("detail", "")
          : Integer.toString(status);
    }
  }

  /** Reads. */
  public Answer get(String path) throws IOException {
    return send(request(path).GET());
  }

  /** Puts once. */
  public Answer put(String path, JsonObject body) throws IOException {
    return send(request(path).PUT(BodyPublishers.ofString(body.encode())));
  }

  /** Posts once, with a key that makes a repetition harmless. */
  public Answer post(String path, JsonObject body) throws IOException {
    return send(
        request(path)
            .header("Idempotency-Key", UUID.randomUUID().toString())
            .POST(BodyPublishers.ofString(body.encode())));
  }

  /** A request that is made again until it is carried out. */
  @FunctionalInterface
  public interface Attempt {
    /** One try. */
    Answer run() throws IOException;
  }

  /** Tries until the answer is a good one; what it was when the time is over is in the failure. */
  public static Answer eventually(String what, Attempt attempt) throws IOException {
    return eventually(what, attempt, Answer::isGood);
  }

  /** Tries until the answer is as wanted. */
  public static Answer eventually(String what, Attempt attempt, Predicate<Answer> wanted)
      throws IOException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    Answer answer = attempt.run();
    while (!wanted.test(answer)) {
      if (System.nanoTime() > end || answer.status() == 400) {
        throw new IOException(what + " was not possible: " + answer.problem());
      }
      pause();
      answer = attempt.run();
    }
    return answer;
  }

  private static void pause() throws IOException {
    try {
      Thread.sleep(PAUSE);
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      throw new IOException("Interrupted while waiting for a service.", stopping);
    }
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(url + path))
        .timeout(Duration.ofSeconds(30))
        .header("Authorization", "Bearer " + token)
        .header("Content-Type", "application/json");
  }

  private Answer send(HttpRequest.Builder request) throws IOException {
    try {
      HttpResponse<String> response = HTTP.send(request.build(), BodyHandlers.ofString());
      return new Answer(
          response.statusCode(), response.body(), response.headers().firstValue("ETag").orElse(""));
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      throw new IOException("Interrupted while calling a service.", stopping);
    }
  }
}
