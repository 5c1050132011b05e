package org.daybridge.local.gateway;

import io.netty.handler.codec.http.QueryStringDecoder;
import java.util.List;
import org.daybridge.local.ServiceName;

/** The public paths of Daybridge. The cluster's routes say the same. */
final class RoutingTable {

  private static final String SMART = "/.well-known/smart-configuration";

  private RoutingTable() {}

  static Route route(String uri) {
    QueryStringDecoder decoded = new QueryStringDecoder(uri);
    String path = decoded.path();
    if (path.equals(SMART) || path.equals("/fhir" + SMART)) {
      return new Route.ToSmartConfiguration();
    }
    String first = segment(path, 0);
    return switch (first) {
      case "api" -> api(path);
      case "fhir" -> fhir(path, decoded);
      case "auth" -> new Route.ToIssuer(path.substring("/auth".length()));
      case "docs" -> new Route.ToDocs(path.substring("/docs".length()));
      case "" -> new Route.ToDocs("/");
      default -> notFound();
    };
  }

  private static Route api(String path) {
    return ServiceName.of(segment(path, 1))
        .<Route>map(Route.ToService::new)
        .orElseGet(RoutingTable::notFound);
  }

  private static Route fhir(String path, QueryStringDecoder decoded) {
    String type = segment(path, 1);
    if (path.endsWith("/$everything") || type.isEmpty()) {
      return new Route.FhirRefused(
          400,
          "not-supported",
          "This asks several services at once. Maybe ask for each resource type by itself.");
    }
    if (type.equals("metadata")) {
      return new Route.ToService(ServiceName.INTAKE);
    }
    String holder = type.equals("Provenance") ? provenanceOf(path, decoded) : type;
    return FhirTypes.holderOf(holder)
        .<Route>map(Route.ToService::new)
        .orElseGet(
            () ->
                new Route.FhirRefused(
                    404, "not-found", "This server has no resources of that type."));
  }

  /** Provenance lives with its target: the type stands before the id, or in the search. */
  private static String provenanceOf(String path, QueryStringDecoder decoded) {
    String id = segment(path, 2);
    if (id.contains("-") && !id.equals("_search")) {
      return id.substring(0, id.indexOf('-'));
    }
    List<String> target = decoded.parameters().getOrDefault("target", List.of());
    return target.isEmpty() ? "" : segment("/" + target.getFirst(), 0);
  }

  private static String segment(String path, int index) {
    String[] parts = path.split("/", -1);
    return parts.length > index + 1 ? parts[index + 1] : "";
  }

  private static Route notFound() {
    return new Route.Refused(
        404, "not-found", "Not found", "Nothing is served at this path. Maybe look at /docs.");
  }
}
