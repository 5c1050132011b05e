package org.daybridge.kit.http;

import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The answer that a write got the first time, given again; it ends the unit of work without a
 * change.
 */
public final class ReplayedAnswer extends RuntimeException {
  private final UUID firstRequest;
  private final @Nullable UUID patient;
  private final int status;
  private final transient Map<String, String> headers;
  private final @Nullable String body;

  ReplayedAnswer(
      UUID firstRequest,
      @Nullable UUID patient,
      int status,
      Map<String, String> headers,
      @Nullable String body) {
    super("replayed");
    this.firstRequest = firstRequest;
    this.patient = patient;
    this.status = status;
    this.headers = Map.copyOf(headers);
    this.body = body;
  }

  /** Id of the request that was answered first. */
  UUID firstRequest() {
    return firstRequest;
  }

  /** The patient whom the first request touched, when it was one. */
  @Nullable UUID patient() {
    return patient;
  }

  public Response toResponse() {
    Response.ResponseBuilder answer = Response.status(status);
    headers.forEach(answer::header);
    answer.header("Idempotency-Replayed", "true");
    return body == null ? answer.build() : answer.entity(body).build();
  }
}
