package org.daybridge.kit.http;

import io.quarkus.arc.Arc;
import io.quarkus.arc.ManagedContext;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.ext.web.RoutingContext;
import java.lang.reflect.Method;
import java.util.UUID;
import org.daybridge.kit.decision.Ids;
import org.daybridge.kit.identity.Caller;
import org.daybridge.kit.identity.Callers;
import org.jboss.resteasy.reactive.server.SimpleResourceInfo;
import org.jspecify.annotations.Nullable;

/** What a piece of work knows of the HTTP request that it belongs to. */
public final class RequestIds {
  public static final String HEADER = "X-Request-Id";
  static final String ATTRIBUTE = "daybridge.requestId";

  private RequestIds() {}

  /** The id of the request at hand; null outside one. */
  public static @Nullable UUID current() {
    Caller caller = Callers.bound();
    if (caller != null) {
      return caller.requestId();
    }
    RoutingContext request = request();
    return request == null ? null : request.get(ATTRIBUTE);
  }

  static UUID require() {
    RoutingContext request = request();
    UUID id = request == null ? null : request.get(ATTRIBUTE);
    return id == null ? Ids.next() : id;
  }

  /** Whether the request speaks FHIR and wants its problems as OperationOutcome. */
  public static boolean isFhir() {
    RoutingContext request = request();
    return request != null && request.normalizedPath().startsWith("/fhir");
  }

  /** Whether the request may change something. */
  public static boolean isWrite() {
    RoutingContext request = request();
    return request != null && !"GET".equals(request.request().method().name());
  }

  static String method() {
    RoutingContext request = request();
    return request == null ? "" : request.request().method().name();
  }

  static String path() {
    RoutingContext request = request();
    return request == null ? "" : request.normalizedPath();
  }

  public static @Nullable String header(String name) {
    RoutingContext request = request();
    return request == null ? null : request.request().getHeader(name);
  }

  /** How an operation is called in the audit: its class and method, no ids. */
  public static String operation(Method method) {
    return method.getDeclaringClass().getSimpleName() + "." + method.getName();
  }

  /** Where the caller reached this server, as scheme and host; empty outside a request. */
  public static String origin() {
    RoutingContext request = request();
    return request == null
        ? ""
        : request.request().scheme() + "://" + request.request().authority();
  }

  /** The same for a request that was refused before its operation began. */
  public static String operation(@Nullable SimpleResourceInfo asked) {
    return asked == null || asked.getResourceClass() == null
        ? "denied"
        : asked.getResourceClass().getSimpleName() + "." + asked.getMethodName();
  }

  static @Nullable RoutingContext request() {
    ManagedContext context = Arc.container().requestContext();
    if (!context.isActive()) {
      return null;
    }
    return Arc.container().instance(CurrentVertxRequest.class).get().getCurrent();
  }
}
