package org.daybridge.local.gateway;

import io.vertx.core.net.SocketAddress;
import java.util.Map;
import org.daybridge.local.ServiceName;

/**
 * Where the services listen.
 *
 * @param api the ports of their public endpoints
 * @param management the ports of health, metrics and OpenAPI, which nobody reaches through the
 *     gateway
 */
public record Upstreams(Map<ServiceName, Integer> api, Map<ServiceName, Integer> management) {

  static final String HOST = "127.0.0.1";

  public Upstreams {
    api = Map.copyOf(api);
    management = Map.copyOf(management);
  }

  SocketAddress apiOf(ServiceName service) {
    return SocketAddress.inetSocketAddress(api.get(service), HOST);
  }
}
