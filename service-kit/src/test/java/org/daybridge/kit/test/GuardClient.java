package org.daybridge.kit.test;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.daybridge.kit.problem.ProblemCatalog;
import org.jspecify.annotations.Nullable;

/** Sends what is wrong and collects every answer that is not the documented one. */
final class GuardClient {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .build();
  private final URI base;
  private final List<String> findings = new ArrayList<>();
  private int sent;

  GuardClient(URI base) {
    this.base = base;
  }

  record Answer(int status, String type, String body) {}

  /** A request on its way: everything but its address may be left out. */
  record Asked(
      String method,
      String address,
      @Nullable String token,
      @Nullable String bodyType,
      @Nullable String body,
      Map<String, String> headers) {

    static Asked of(String method, String address, @Nullable String token) {
      return new Asked(method, address, token, null, null, Map.of());
    }

    Asked body(String type, String text) {
      return new Asked(method, address, token, type, text, headers);
    }

    Asked header(String name, String value) {
      Map<String, String> more = new TreeMap<>(headers);
      more.put(name, value);
      return new Asked(method, address, token, bodyType, body, more);
    }
  }

  Answer send(Asked asked) {
    sent++;
    HttpRequest.BodyPublisher body =
        asked.body() == null
            ? HttpRequest.BodyPublishers.noBody()
            : HttpRequest.BodyPublishers.ofString(asked.body());
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(base + asked.address()))
            .timeout(Duration.ofSeconds(30))
            .method(asked.method(), body);
    if (asked.token() != null) {
      request.header("Authorization", "Bearer " + asked.token());
    }
    if (asked.bodyType() != null) {
      request.header("Content-Type", asked.bodyType());
    }
    asked.headers().forEach(request::header);
    try {
      HttpResponse<String> answer =
          http.send(request.build(), HttpResponse.BodyHandlers.ofString());
      return new Answer(
          answer.statusCode(),
          answer.headers().firstValue("Content-Type").orElse(""),
          answer.body());
    } catch (IOException e) {
      throw new UncheckedIOException(asked.method() + " " + asked.address(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Sends, and notes an answer whose status is none of these or that is no proper problem. */
  Answer expect(String what, Asked asked, Integer... statuses) {
    Answer answer = send(asked);
    if (!Set.of(statuses).contains(answer.status())) {
      note(what, asked, answer, "expected " + List.of(statuses));
    } else if (answer.status() >= 400) {
      judge(what, asked, answer);
    }
    return answer;
  }

  /** Whatever the answer is, it is not the service's failure. */
  void expectNoFailure(String what, Asked asked) {
    Answer answer = send(asked);
    if (answer.status() >= 500) {
      note(what, asked, answer, "expected no failure");
    }
  }

  private void judge(String what, Asked asked, Answer answer) {
    JsonNode problem = parsed(answer.body());
    boolean fhir = asked.address().startsWith("/fhir");
    boolean proper =
        fhir
            ? "OperationOutcome".equals(problem.path("resourceType").asText())
            : answer.type().startsWith("application/problem+json")
                && problem.path("status").asInt() == answer.status()
                && ProblemCatalog.get().find(slug(problem)).isPresent();
    if (!proper) {
      note(what, asked, answer, "expected a problem of the catalog");
    }
    if (answer.body().contains("Exception") || answer.body().contains("org.daybridge.")) {
      note(what, asked, answer, "tells of the inside");
    }
  }

  private static JsonNode parsed(String body) {
    try {
      return JSON.readTree(body.isEmpty() ? "{}" : body);
    } catch (JsonProcessingException e) {
      return JSON.createObjectNode();
    }
  }

  private static String slug(JsonNode problem) {
    String type = problem.path("type").asText();
    return type.substring(type.lastIndexOf('/') + 1);
  }

  private void note(String what, Asked asked, Answer answer, String expected) {
    String body = asked.body() == null ? "" : asked.body();
    findings.add(
        "%s %s [%s] %s -> %d %s %s"
            .formatted(
                asked.method(),
                asked.address(),
                what,
                body.substring(0, Math.min(120, body.length())),
                answer.status(),
                expected,
                answer.body().substring(0, Math.min(200, answer.body().length()))));
  }

  int sent() {
    return sent;
  }

  List<String> findings() {
    return findings;
  }
}
