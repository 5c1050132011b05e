package org.daybridge.local.gateway;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Which web pages may call, and what their scripts may read of an answer. */
final class Cors {

  static final String EXPOSED = "ETag, Location, Link, Retry-After, X-Request-Id";

  private final Pattern allowed;

  /** Pages of origins that match the whole pattern. */
  Cors(Pattern allowed) {
    this.allowed = allowed;
  }

  static boolean isPreflight(HttpServerRequest request) {
    return request.method().equals(HttpMethod.OPTIONS)
        && request.getHeader("Origin") != null
        && request.getHeader("Access-Control-Request-Method") != null;
  }

  void answerPreflight(HttpServerRequest request) {
    MultiMap headers = request.response().headers();
    if (allowed.matcher(request.getHeader("Origin")).matches()) {
      headers.set("Access-Control-Allow-Methods", "GET, HEAD, POST, PUT, PATCH, DELETE");
      String asked = request.getHeader("Access-Control-Request-Headers");
      if (asked != null) {
        headers.set("Access-Control-Allow-Headers", asked);
      }
      headers.set("Access-Control-Max-Age", "600");
    }
    request.response().setStatusCode(204).end();
  }

  /** Adds what the browser needs to hand the answer to the page, when the page is allowed. */
  boolean allow(@Nullable String origin, MultiMap headers) {
    if (origin == null || !allowed.matcher(origin).matches()) {
      return false;
    }
    headers.set("Access-Control-Allow-Origin", origin);
    headers.set("Access-Control-Expose-Headers", EXPOSED);
    headers.add("Vary", "Origin");
    return true;
  }
}
