package org.daybridge.kit.http;

import jakarta.ws.rs.core.Response;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The answer that a write got the first time, given again; it ends the unit of work without a
 * change.
 */
public final class ReplayedAnswer extends RuntimeException {
  private static final Pattern HEADER =
      Pattern.compile("\"([A-Za-z-]+)\":\"((?:[^\"\\\\]|\\\\.)*)\"");

  private final int status;
  private final String headers;
  private final @Nullable String body;

  ReplayedAnswer(int status, String headers, @Nullable String body) {
    super("replayed");
    this.status = status;
    this.headers = headers;
    this.body = body;
  }

  public Response toResponse() {
    Response.ResponseBuilder answer = Response.status(status);
    Matcher header = HEADER.matcher(headers);
    while (header.find()) {
      answer.header(header.group(1), header.group(2).replace("\\\"", "\"").replace("\\/", "/"));
    }
    answer.header("Idempotency-Replayed", "true");
    if (body == null) {
      return answer.build();
    }
    if (!headers.contains("Content-Type")) {
      answer.type("application/json");
    }
    return answer.entity(body).build();
  }
}
