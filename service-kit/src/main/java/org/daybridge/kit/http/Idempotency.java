package org.daybridge.kit.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.interceptor.InvocationContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.UriInfo;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.daybridge.kit.decision.RuleRefused;
import org.daybridge.kit.fhir.FhirContexts;
import org.daybridge.kit.fhir.FhirJsonWriter;
import org.daybridge.kit.identity.Caller;
import org.daybridge.kit.problem.BadRequest;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/**
 * Idempotency-Key: the answer of a write is kept in the write's own transaction, so that a retry
 * after a lost reply, or after a crash between commit and reply, gets the same answer and changes
 * nothing. The key belongs to the caller, method and path; another body under the same key is
 * refused. A refusal rolls back and is not kept.
 */
@ApplicationScoped
public class Idempotency {
  static final String HEADER = "Idempotency-Key";
  private static final int LONGEST = 255;

  private final KeptAnswers answers;
  private final ObjectMapper json;

  Idempotency(KeptAnswers answers, ObjectMapper json) {
    this.answers = answers;
    this.json = json;
  }

  /** The right to answer once; NONE when the caller sent no key. */
  record Claim(UUID organization, UUID principal, String endpoint, String key, byte[] hash) {
    static final Claim NONE = new Claim(new UUID(0, 0), new UUID(0, 0), "", "", new byte[0]);
  }

  /** Claims the key of this request, or throws the answer that it got before. */
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
    Claim claim =
        new Claim(
            caller.organizationId(),
            caller.principalId(),
            "POST " + request.normalizedPath(),
            key,
            hash(request.request().query(), invocation.getParameters()));
    if (!answers.lock(claim)) {
      throw RuleRefused.state(
          "idempotency-key-in-use", "The first request with this key is still running.");
    }
    answers.find(claim).ifPresent(kept -> replay(claim, kept));
    return claim;
  }

  private void replay(Claim claim, KeptAnswers.Kept kept) {
    if (!Arrays.equals(claim.hash(), kept.hash())) {
      throw RuleRefused.rule(
          "idempotency-key-reused", "This key was used before with another body.");
    }
    throw new ReplayedAnswer(
        kept.requestId(), kept.patientId(), kept.status(), headers(kept.headers()), kept.body());
  }

  void keep(Claim claim, @Nullable Object answer, UUID requestId, @Nullable UUID patientId) {
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
    Object entity = response.getEntity();
    if (entity != null) {
      headers.putIfAbsent("Content-Type", mediaType(entity));
    }
    answers.add(
        claim,
        new KeptAnswers.Kept(
            claim.hash(),
            requestId,
            patientId,
            response.getStatus(),
            written(headers),
            entity == null ? null : body(entity)));
  }

  private static Response response(@Nullable Object answer) {
    return switch (answer) {
      case null -> Response.noContent().build();
      case Response response -> response;
      case RestResponse<?> typed -> typed.toResponse();
      default -> Response.ok(answer).build();
    };
  }

  private static String mediaType(Object entity) {
    return entity instanceof IBaseResource ? FhirJsonWriter.MEDIA_TYPE : "application/json";
  }

  private String body(Object entity) {
    return switch (entity) {
      case IBaseResource resource -> FhirContexts.json().encodeResourceToString(resource);
      case String text -> text;
      default -> written(entity);
    };
  }

  /** What was asked: query, path, headers that matter and body, as the method was given them. */
  private byte[] hash(@Nullable String query, Object[] parameters) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(written(query).getBytes(StandardCharsets.UTF_8));
      for (Object parameter : parameters) {
        if (!isContext(parameter)) {
          digest.update((byte) 0);
          digest.update(written(parameter).getBytes(StandardCharsets.UTF_8));
        }
      }
      return digest.digest();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static boolean isContext(@Nullable Object parameter) {
    return parameter instanceof UriInfo
        || parameter instanceof HttpHeaders
        || parameter instanceof SecurityContext
        || parameter instanceof RoutingContext;
  }

  private Map<String, String> headers(String kept) {
    try {
      return json.readValue(kept, new TypeReference<Map<String, String>>() {});
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("The headers of a kept answer can't be read", e);
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
