package org.daybridge.kit.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.interceptor.InvocationContext;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.daybridge.kit.decision.RuleRefused;
import org.daybridge.kit.fhir.FhirContexts;
import org.daybridge.kit.identity.Caller;
import org.daybridge.kit.problem.BadRequest;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.jboss.resteasy.reactive.RestResponse;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * Idempotency-Key: the answer of a write is kept in the write's own transaction, so that a retry
 * after a lost reply, or after a crash between commit and reply, gets the same answer and changes
 * nothing. The key belongs to the caller, method and path; another body under the same key is
 * refused.
 */
@ApplicationScoped
public class Idempotency {
  static final String HEADER = "Idempotency-Key";
  private static final int LONGEST = 255;

  private final Jdbi jdbi;
  private final ObjectMapper json;

  Idempotency(Jdbi jdbi, ObjectMapper json) {
    this.jdbi = jdbi;
    this.json = json;
  }

  /** The right to answer once; NONE when the caller sent no key. */
  record Claim(UUID organization, UUID principal, String endpoint, String key, byte[] hash) {
    static final Claim NONE = new Claim(new UUID(0, 0), new UUID(0, 0), "", "", new byte[0]);
  }

  private record Kept(byte[] hash, int status, String headers, @Nullable String body) {}

  Claim claim(Caller caller, InvocationContext invocation) {
    RoutingContext request = RequestIds.request();
    String key = request == null ? null : request.request().getHeader(HEADER);
    if (key == null || request == null || !"POST".equals(request.request().method().name())) {
      return Claim.NONE;
    }
    if (key.isBlank() || key.length() > LONGEST) {
      throw new BadRequest(
          "bad-parameter", HEADER + " must have 1 to " + LONGEST + " characters", List.of());
    }
    String endpoint = "POST " + request.normalizedPath();
    Claim claim =
        new Claim(
            caller.organizationId(),
            caller.principalId(),
            endpoint,
            key,
            hash(invocation.getParameters()));
    lock(claim);
    find(claim).ifPresent(kept -> replay(claim, kept));
    return claim;
  }

  private void lock(Claim claim) {
    boolean first =
        jdbi.withHandle(
            handle ->
                handle
                    .createQuery("select pg_try_advisory_xact_lock(hashtextextended(:key, 7))")
                    .bind("key", claim.principal() + claim.endpoint() + claim.key())
                    .mapTo(Boolean.class)
                    .one());
    if (!first) {
      throw RuleRefused.state(
          "idempotency-key-in-use", "The first request with this key is still running.");
    }
  }

  private Optional<Kept> find(Claim claim) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "select request_hash, status, headers, body from idempotency where principal_id = :principal"
                        + " and endpoint = :endpoint and idempotency_key = :key")
                .bind("principal", claim.principal())
                .bind("endpoint", claim.endpoint())
                .bind("key", claim.key())
                .map(
                    (row, _) ->
                        new Kept(
                            row.getBytes("request_hash"),
                            row.getInt("status"),
                            row.getString("headers"),
                            row.getString("body")))
                .findOne());
  }

  private static void replay(Claim claim, Kept kept) {
    if (!Arrays.equals(claim.hash(), kept.hash())) {
      throw RuleRefused.rule(
          "idempotency-key-reused", "This key was used before with another body.");
    }
    throw new ReplayedAnswer(kept.status(), kept.headers(), kept.body());
  }

  void keep(Claim claim, @Nullable Object answer) {
    if (claim.key().isEmpty()) {
      return;
    }
    Response response = response(answer);
    Map<String, String> headers = new LinkedHashMap<>();
    for (String name : List.of("Location", "ETag", "Content-Type")) {
      Object value = response.getHeaders().getFirst(name);
      if (value != null) {
        headers.put(name, value.toString());
      }
    }
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(
                    "insert into idempotency (organization_id, principal_id, endpoint, idempotency_key,"
                        + " request_hash, status, headers, body)"
                        + " values (:org, :principal, :endpoint, :key, :hash, :status, :headers, :body)")
                .bind("org", claim.organization())
                .bind("principal", claim.principal())
                .bind("endpoint", claim.endpoint())
                .bind("key", claim.key())
                .bind("hash", claim.hash())
                .bind("status", response.getStatus())
                .bind("headers", written(headers))
                .bindByType("body", body(response.getEntity()), String.class)
                .execute());
  }

  private static Response response(@Nullable Object answer) {
    if (answer == null) {
      return Response.noContent().build();
    }
    if (answer instanceof Response response) {
      return response;
    }
    if (answer instanceof RestResponse<?> typed) {
      return typed.toResponse();
    }
    return Response.ok(answer).build();
  }

  private @Nullable String body(@Nullable Object entity) {
    if (entity == null) {
      return null;
    }
    if (entity instanceof IBaseResource resource) {
      return FhirContexts.json().encodeResourceToString(resource);
    }
    return entity instanceof String text ? text : written(entity);
  }

  private byte[] hash(Object[] parameters) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (Object parameter : parameters) {
        if (parameter == null || !parameter.getClass().getName().startsWith("org.jboss.resteasy")) {
          digest.update(written(parameter).getBytes(StandardCharsets.UTF_8));
          digest.update((byte) 0);
        }
      }
      return digest.digest();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private String written(@Nullable Object value) {
    try {
      return json.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("An answer can't be kept as JSON", e);
    }
  }
}
