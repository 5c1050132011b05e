package org.daybridge.bench;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.UUID;
import org.daybridge.local.ServiceName;
import org.jspecify.annotations.Nullable;

/** Single requests to the clinical record, each with the version that it stands on. */
final class RecordsCalls implements AutoCloseable {

  private final HttpClient http = HttpClient.newHttpClient();
  private final String base;
  private final String token;

  RecordsCalls(Lab lab, String token) {
    this.base = lab.stack().api(ServiceName.CLINICAL_RECORDS) + "/api/clinical-records/v1";
    this.token = token;
  }

  /** What came back, with the version to name next. */
  record Answered(JsonObject body, String etag) {}

  Answered send(String method, String path, @Nullable String etag, JsonObject body)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        request(path)
            .header("Content-Type", "application/json")
            .header("Idempotency-Key", UUID.randomUUID().toString())
            .method(method, BodyPublishers.ofString(body.encode()));
    if (etag != null) {
      request.header("If-Match", etag);
    }
    HttpResponse<String> answer = good(request.build());
    return new Answered(
        new JsonObject(answer.body()), answer.headers().firstValue("ETag").orElse(""));
  }

  void read(String path) throws IOException, InterruptedException {
    good(request(path).GET().build());
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(base + path))
        .header("Authorization", "Bearer " + token);
  }

  private HttpResponse<String> good(HttpRequest request) throws IOException, InterruptedException {
    HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
    if (answer.statusCode() >= 300) {
      throw new IllegalStateException(
          request.uri() + " answered " + answer.statusCode() + " " + answer.body());
    }
    return answer;
  }

  @Override
  public void close() {
    http.close();
  }
}
