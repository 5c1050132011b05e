package org.daybridge.local.gateway;

import io.vertx.core.http.HttpServerRequest;
import java.util.UUID;
import java.util.regex.Pattern;

/** Every request has a name that answers, problems and log lines carry. */
final class RequestIds {

  static final String HEADER = "X-Request-Id";

  private static final Pattern TAKEN_OVER =
      Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

  private RequestIds() {}

  /** Keeps a well-formed id of the caller, else gives one; the service sees the same. */
  static String of(HttpServerRequest request) {
    String given = request.getHeader(HEADER);
    String id =
        given != null && TAKEN_OVER.matcher(given).matches() ? given : UUID.randomUUID().toString();
    request.headers().set(HEADER, id);
    return id;
  }
}
