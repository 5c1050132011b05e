package org.daybridge.kit.http;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.UUID;
import org.daybridge.kit.decision.Ids;
import org.daybridge.kit.problem.Problem;
import org.daybridge.kit.problem.ProblemSettings;
import org.jboss.logging.MDC;
import org.jspecify.annotations.Nullable;

/**
 * The first thing that a request meets: it gets an id, its answer the protecting headers, and
 * without a bearer token it ends here unless the address is public.
 */
@ApplicationScoped
public class RequestGate {
  private static final int FIRST = 10_000;

  private final ProblemSettings problems;
  private final GateSettings settings;

  RequestGate(ProblemSettings problems, GateSettings settings) {
    this.problems = problems;
    this.settings = settings;
  }

  void register(@Observes Filters filters) {
    filters.register(this::enter, FIRST);
  }

  private void enter(RoutingContext request) {
    UUID id = idOf(request.request().getHeader(RequestIds.HEADER));
    request.put(RequestIds.ATTRIBUTE, id);
    MDC.put("requestId", id.toString());
    request
        .response()
        .putHeader(RequestIds.HEADER, id.toString())
        .putHeader("X-Content-Type-Options", "nosniff")
        .putHeader("Cache-Control", "no-store");
    String authorization = request.request().getHeader("Authorization");
    boolean bearer = authorization != null && authorization.regionMatches(true, 0, "Bearer ", 0, 7);
    if (bearer || isPublic(request.normalizedPath())) {
      request.next();
      return;
    }
    refuse(request, id);
  }

  private boolean isPublic(String path) {
    return settings.publicPaths().stream().anyMatch(path::startsWith);
  }

  private void refuse(RoutingContext request, UUID id) {
    boolean fhir = request.normalizedPath().startsWith("/fhir");
    request
        .response()
        .setStatusCode(401)
        .putHeader("WWW-Authenticate", "Bearer")
        .putHeader("Content-Type", fhir ? "application/fhir+json" : Problem.MEDIA_TYPE)
        .end(fhir ? outcome() : problem(id));
  }

  private String problem(UUID id) {
    return "{\"type\":\"%stoken-missing-or-invalid\",\"title\":\"No valid token came with the request\",\"status\":401,\"requestId\":\"%s\"}"
        .formatted(problems.base(), id);
  }

  private static String outcome() {
    return "{\"resourceType\":\"OperationOutcome\",\"issue\":[{\"severity\":\"error\",\"code\":\"login\",\"diagnostics\":\"No"
        + " valid token came with the request\"}]}";
  }

  private static UUID idOf(@Nullable String header) {
    if (header != null && header.length() == 36) {
      try {
        return UUID.fromString(header);
      } catch (IllegalArgumentException e) {
        return Ids.next();
      }
    }
    return Ids.next();
  }
}
