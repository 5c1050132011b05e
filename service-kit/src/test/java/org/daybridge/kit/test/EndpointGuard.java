package org.daybridge.kit.test;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.http.TestHTTPResource;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.daybridge.kit.identity.AccessMatrix;
import org.daybridge.kit.test.GuardClient.Asked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Walks every operation of a service's OpenAPI document and sends it what is wrong: each answer is
 * the documented 4xx, a problem of the catalog, and never a failure. A service extends it, adds
 * {@code @QuarkusTest} and {@code @QuarkusTestResource(TestPlatform.class)}, and may name good
 * requests, with which more can be shown.
 */
public abstract class EndpointGuard {
  private static final String JSON = "application/json";

  @TestHTTPResource("/")
  URI base;

  @TestHTTPResource(value = "/", management = true)
  URI management;

  private List<ApiOperation> operations = List.of();
  private @Nullable Map<String, GoodRequest> good;
  private GuardClient client = new GuardClient(URI.create("http://localhost"));

  /** A request that succeeds once; its headers name neither token nor Idempotency-Key. */
  public record GoodRequest(
      String token, String address, Map<String, String> headers, String body) {}

  /** Good requests by operation, such as {@code POST /api/kit/v1/remarks}. */
  protected Map<String, GoodRequest> goodRequests() {
    return Map.of();
  }

  private Map<String, GoodRequest> good() {
    if (good == null) {
      good = goodRequests();
    }
    return good;
  }

  @BeforeEach
  void read() throws IOException {
    client = new GuardClient(URI.create(base.getScheme() + "://" + base.getAuthority()));
    URI document =
        URI.create(
            management.getScheme() + "://" + management.getAuthority() + "/q/openapi?format=json");
    try (InputStream in = document.toURL().openStream()) {
      operations = ApiOperation.of(new ObjectMapper().readTree(in));
    }
    assertThat(operations).as("operations of %s", document).isNotEmpty();
  }

  @Test
  void everyOperationStatesItsPermissionOrIsOpen() {
    assertThat(guarded())
        .allMatch(one -> AccessMatrix.get().permissions().contains(one.permission()));
    operations.stream()
        .filter(one -> one.permission().isEmpty())
        .forEach(
            open ->
                client.expectNoFailure(
                    "open to all", Asked.of(open.method(), open.address(), null)));
    report();
  }

  @Test
  void whoBringsNoGoodTokenIsTurnedAway() {
    each(
        (operation, role) -> {
          for (Map.Entry<String, String> bad : Tokens.bad(role).entrySet()) {
            Asked asked = asked(operation, null);
            client.expect(
                bad.getKey(), asked.header("Authorization", "Bearer " + bad.getValue()), 401);
          }
          client.expect("no token", asked(operation, null), 401);
          client.expect(
              "not a bearer", asked(operation, null).header("Authorization", "Basic YTpi"), 401);
        });
  }

  @Test
  void whoseRoleMayNotIsRefused() {
    each(
        (operation, _) ->
            AccessMatrix.ROLES.stream()
                .filter(
                    role -> !AccessMatrix.get().rolesWith(operation.permission()).contains(role))
                .filter(role -> !List.of("service", "integration_client").contains(role))
                .findFirst()
                .ifPresent(
                    role -> client.expect("role " + role, asked(operation, Tokens.of(role)), 403)));
  }

  @Test
  void aMalformedBodyIsRefused() {
    eachWithBody(
        (operation, token) ->
            BadBodies.malformed()
                .forEach(
                    bad ->
                        client.expect(
                            bad.wrong(),
                            Asked.of(operation.method(), operation.address(), token)
                                .body(operation.bodyType().orElse(JSON), bad.body()),
                            400,
                            413)));
  }

  @Test
  void aWrongFieldIsRefused() {
    eachWithBody(
        (operation, token) ->
            BadBodies.fields(operation)
                .forEach(
                    bad ->
                        client.expect(
                            bad.field() + ": " + bad.wrong(),
                            Asked.of(operation.method(), operation.address(), token)
                                .body(JSON, bad.body()),
                            400)));
  }

  @Test
  void aBodyOfAnotherKindOrNoneIsRefused() {
    eachWithBody(
        (operation, token) -> {
          Asked asked = Asked.of(operation.method(), operation.address(), token);
          // A record of one text is read from text/plain too; then its other refusals hold.
          client.expect("text", asked.body("text/plain", "x"), 415, 400, 404, 428);
          client.expect("multipart", asked.body("multipart/form-data; boundary=a", "--a--"), 415);
          if (operation.requiresBody()) {
            client.expect("no body", asked.header("Content-Type", JSON), 400, 415);
          }
          client.expectNoFailure("null", asked.body(JSON, "null"));
        });
  }

  /** What some clients say of an empty body does not matter where none is read. */
  @Test
  void aRequestWithoutBodyMayNameAnyKind() {
    each(
        (operation, role) -> {
          if (operation.bodyType().isPresent() || "GET".equals(operation.method())) {
            return;
          }
          Asked asked = asked(operation, Tokens.of(role));
          client.expect(
              "form",
              asked.header("Content-Type", "application/x-www-form-urlencoded"),
              200,
              201,
              202,
              204,
              400,
              403,
              404,
              409,
              412,
              422,
              428);
        });
  }

  @Test
  void aBodyBeyondAllMeasureIsRefused() {
    eachWithBody(
        (operation, token) ->
            client.expectNoFailure(
                "1.5 MB",
                Asked.of(operation.method(), operation.address(), token)
                    .body(
                        operation.bodyType().orElse(JSON),
                        "{\"a\":\"" + "x".repeat(1_500_000) + "\"}")));
  }

  @Test
  void anAddressThatDoesNotReadIsRefused() {
    each(
        (operation, role) -> {
          String token = Tokens.of(role);
          operation
              .parameters("path")
              .forEach(
                  parameter -> {
                    String name = parameter.path("name").asText();
                    for (String bad :
                        List.of("nonsense", "1-1-1-1-1", "..%2f..%2fetc", "%00", "%27")) {
                      client.expect(
                          name + "=" + bad,
                          asked(operation, operation.address(name, bad), token),
                          400,
                          404,
                          405,
                          428);
                    }
                  });
          operation.parameters("query").forEach(one -> query(operation, one, token));
        });
  }

  private void query(ApiOperation operation, JsonNode parameter, String token) {
    String name = parameter.path("name").asText();
    JsonNode schema = operation.resolved(parameter.path("schema"));
    String type = ApiOperation.typeOf(schema);
    boolean typed =
        !"string".equals(type) && !"array".equals(type)
            || schema.has("enum")
            || !schema.path("format").asText().isEmpty();
    for (String bad : List.of("%C3%28%27nonsense", "-1", "99999999999999999999", "2026-02-30")) {
      Asked asked = asked(operation, operation.address() + "?" + name + "=" + bad, token);
      if (typed && bad.startsWith("%")) {
        client.expect(name + "=" + bad, asked, 400);
      } else {
        client.expectNoFailure(name + "=" + bad, asked);
      }
    }
  }

  @Test
  void aVersionThatIsMissingOrStaleIsRefused() {
    each(
        (operation, role) -> {
          if (!operation.hasHeader("If-Match")) {
            return;
          }
          GoodRequest good = good().get(operation.name());
          if (good == null) {
            Asked asked = asked(operation, Tokens.of(role));
            client.expect("without If-Match", asked, 400, 404, 428);
            client.expect("odd If-Match", asked.header("If-Match", "\"x\", *"), 400, 404, 412);
            return;
          }
          Asked asked = Asked.of(operation.method(), good.address(), good.token());
          asked = good.body().isEmpty() ? asked : asked.body(JSON, good.body());
          client.expect("without If-Match", asked, 428);
          client.expect("stale If-Match", asked.header("If-Match", "\"987654\""), 412);
          client.expect("odd If-Match", asked.header("If-Match", "\"x\", *"), 412);
        });
  }

  @Test
  void anIdempotencyKeyServesOneRequest() {
    each(
        (operation, role) -> {
          if (!"POST".equals(operation.method())) {
            return;
          }
          Asked asked = asked(operation, Tokens.of(role));
          client.expectNoFailure("long key", asked.header("Idempotency-Key", "k".repeat(300)));
          GoodRequest good = good().get(operation.name());
          if (good != null) {
            reuse(good);
          }
        });
  }

  private void reuse(GoodRequest good) {
    Asked first =
        Asked.of("POST", good.address(), good.token())
            .header("Idempotency-Key", UUID.randomUUID().toString());
    for (Map.Entry<String, String> one : good.headers().entrySet()) {
      first = first.header(one.getKey(), one.getValue());
    }
    int status = client.expect("good", first.body(JSON, good.body()), 200, 201, 202, 204).status();
    client.expect("the same again", first.body(JSON, good.body()), status);
    String other = good.body().replaceFirst("\"[^\"]{3,}\"(?=\\s*[,}])", "\"another body\"");
    client.expect("another body", first.body(JSON, other), 400, 422);
  }

  private Asked asked(ApiOperation operation, String token) {
    return asked(operation, operation.address(), token);
  }

  private static Asked asked(ApiOperation operation, String address, String token) {
    Asked asked = Asked.of(operation.method(), address, token);
    return operation.bodyType().isPresent() ? asked.body(operation.bodyType().get(), "{}") : asked;
  }

  private List<ApiOperation> guarded() {
    return operations.stream().filter(one -> !one.permission().isEmpty()).toList();
  }

  private void each(BiConsumer<ApiOperation, String> attack) {
    guarded().forEach(one -> attack.accept(one, roleFor(one)));
    report();
  }

  private void eachWithBody(BiConsumer<ApiOperation, String> attack) {
    guarded().stream()
        .filter(one -> one.bodyType().isPresent())
        .forEach(one -> attack.accept(one, Tokens.of(roleFor(one))));
    report();
  }

  private static String roleFor(ApiOperation operation) {
    return AccessMatrix.get().rolesWith(operation.permission()).stream()
        .sorted(java.util.Comparator.comparing("service"::equals))
        .findFirst()
        .orElseThrow();
  }

  private void report() {
    assertThat(client.findings())
        .as("%d requests to %d operations", client.sent(), operations.size())
        .isEmpty();
  }
}
