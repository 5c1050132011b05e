package org.daybridge.bench.load;

import io.vertx.core.http.HttpMethod;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One request of a load. */
public record Call(
    HttpMethod method, String path, Map<String, String> headers, @Nullable String body) {

  public Call {
    headers = Map.copyOf(headers);
  }

  /** A read with this token; an empty one sends none. */
  public static Call get(String path, String token) {
    return new Call(HttpMethod.GET, path, headers(token), null);
  }

  /** A write with this token and this key. */
  public static Call post(String path, String token, String idempotencyKey, String body) {
    return new Call(
        HttpMethod.POST,
        path,
        token.isEmpty()
            ? Map.of("Content-Type", "application/json")
            : Map.of(
                "Authorization",
                "Bearer " + token,
                "Content-Type",
                "application/json",
                "Idempotency-Key",
                idempotencyKey),
        body);
  }

  private static Map<String, String> headers(String token) {
    return token.isEmpty() ? Map.of() : Map.of("Authorization", "Bearer " + token);
  }
}
