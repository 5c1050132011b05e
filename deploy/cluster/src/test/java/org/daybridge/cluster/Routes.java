package org.daybridge.cluster;

import io.fabric8.kubernetes.api.model.gatewayapi.v1.HTTPPathMatch;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.HTTPQueryParamMatch;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.HTTPRoute;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.HTTPRouteMatch;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.HTTPRouteRule;
import io.netty.handler.codec.http.QueryStringDecoder;
import java.util.ArrayList;
import java.util.List;

/** Where the cluster's routes send a request, as the Gateway API defines matching. */
final class Routes {

  private final List<HTTPRoute> routes;

  Routes(List<Manifest> manifests) {
    this.routes =
        Manifest.of(manifests, "HTTPRoute").stream().map(it -> (HTTPRoute) it.read()).toList();
  }

  /** All services that would get it: none, one, or a mistake. */
  List<String> servicesOf(String uri) {
    QueryStringDecoder asked = new QueryStringDecoder(uri);
    List<String> found = new ArrayList<>();
    for (HTTPRoute route : routes) {
      for (HTTPRouteRule rule : route.getSpec().getRules()) {
        if (rule.getMatches().stream().anyMatch(it -> matches(it, asked))) {
          rule.getBackendRefs().forEach(it -> found.add(it.getName()));
        }
      }
    }
    return found;
  }

  /** The plain paths that stand in the routes. */
  List<String> paths() {
    return routes.stream()
        .flatMap(it -> it.getSpec().getRules().stream())
        .flatMap(it -> it.getMatches().stream())
        .map(HTTPRouteMatch::getPath)
        .filter(it -> !it.getType().equals("RegularExpression"))
        .map(HTTPPathMatch::getValue)
        .toList();
  }

  private static boolean matches(HTTPRouteMatch match, QueryStringDecoder asked) {
    return matches(match.getPath(), asked.path())
        && match.getQueryParams().stream().allMatch(it -> matches(it, asked));
  }

  private static boolean matches(HTTPPathMatch match, String path) {
    String value = match.getValue();
    return switch (match.getType()) {
      case "Exact" -> path.equals(value);
      case "PathPrefix" -> path.equals(value) || path.startsWith(value + "/");
      case "RegularExpression" -> path.matches(value);
      default -> throw new IllegalArgumentException("Path type " + match.getType());
    };
  }

  private static boolean matches(HTTPQueryParamMatch match, QueryStringDecoder asked) {
    List<String> given = asked.parameters().getOrDefault(match.getName(), List.of());
    return !given.isEmpty() && given.getFirst().matches(match.getValue());
  }
}
