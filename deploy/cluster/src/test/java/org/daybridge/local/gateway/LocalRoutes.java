package org.daybridge.local.gateway;

import java.util.Optional;

/** What the local gateway's table says, for whoever must say the same. */
public final class LocalRoutes {

  private LocalRoutes() {}

  /** The service that the local gateway sends this to. */
  public static Optional<String> serviceOf(String uri) {
    return RoutingTable.route(uri) instanceof Route.ToService(var service)
        ? Optional.of(service.module())
        : Optional.empty();
  }
}
