package org.daybridge.local.gateway;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.json.JsonObject;
import io.vertx.httpproxy.Body;
import io.vertx.httpproxy.HttpProxy;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyInterceptor;
import io.vertx.httpproxy.ProxyOptions;
import io.vertx.httpproxy.ProxyResponse;
import java.util.EnumMap;
import java.util.Map;
import org.daybridge.local.ServiceName;

/**
 * Hands requests on to services. A service that does not answer is said to be away, in its format.
 */
final class ServiceProxy {

  private static final int CONNECTIONS = 256;
  private static final int RETRY_AFTER_SECONDS = 5;

  /** What the services take at most; they close the connection on more, without an answer. */
  private static final long LARGEST_BODY = 2L * 1024 * 1024;

  private final Map<ServiceName, HttpProxy> proxies = new EnumMap<>(ServiceName.class);

  ServiceProxy(Vertx vertx, Upstreams upstreams) {
    HttpClient client =
        vertx.createHttpClient(
            new HttpClientOptions().setConnectTimeout(2_000).setKeepAliveTimeout(30),
            new PoolOptions().setHttp1MaxSize(CONNECTIONS));
    for (ServiceName service : upstreams.api().keySet()) {
      HttpProxy proxy =
          HttpProxy.reverseProxy(new ProxyOptions().setSupportWebSocket(false), client)
              .origin(upstreams.apiOf(service))
              .addInterceptor(new WhenAway(service));
      proxies.put(service, proxy);
    }
  }

  void forward(HttpServerRequest request, ServiceName service) {
    HttpProxy proxy = proxies.get(service);
    if (proxy == null) {
      Refusals.answer(
          request,
          new Route.Refused(
              503,
              "temporarily-unavailable",
              "The service can't answer for the moment",
              service.word() + " is not here."));
      return;
    }
    if (announced(request) > LARGEST_BODY) {
      refuseBody(request);
      return;
    }
    proxy.handle(request);
  }

  private static long announced(HttpServerRequest request) {
    String length = request.getHeader("Content-Length");
    try {
      return length == null ? 0 : Long.parseLong(length);
    } catch (NumberFormatException e) {
      return 0;
    }
  }

  private static void refuseBody(HttpServerRequest request) {
    String detail = "At most 2 MB are taken in one request.";
    request.response().putHeader("Connection", "close");
    if (request.path().startsWith("/fhir")) {
      Refusals.answer(request, new Route.FhirRefused(413, "too-long", detail));
    } else {
      Refusals.answer(
          request, new Route.Refused(413, "body-too-large", "The body is too large", detail));
    }
  }

  /** Answers in place of a service that can't be reached. */
  private record WhenAway(ServiceName service) implements ProxyInterceptor {

    @Override
    public Future<ProxyResponse> handleProxyRequest(ProxyContext context) {
      // The service writes its links with the address that the caller used.
      context.request().setAuthority(context.request().proxiedRequest().authority());
      context
          .request()
          .putHeader(
              "X-Forwarded-For", context.request().proxiedRequest().remoteAddress().hostAddress());
      return context
          .sendRequest()
          .recover(
              _ -> {
                boolean fhir = context.request().getURI().startsWith("/fhir");
                String detail = service.word() + " does not answer. Maybe it is starting again.";
                JsonObject body =
                    fhir
                        ? Refusals.outcome("transient", detail)
                        : Refusals.problem(
                            503,
                            "temporarily-unavailable",
                            "The service can't answer for the moment",
                            detail);
                return Future.succeededFuture(
                    context
                        .request()
                        .release()
                        .response()
                        .setStatusCode(503)
                        .putHeader("Content-Type", fhir ? Refusals.FHIR : Refusals.PROBLEM)
                        .putHeader("Retry-After", Integer.toString(RETRY_AFTER_SECONDS))
                        .setBody(Body.body(Buffer.buffer(body.encode()))));
              });
    }
  }
}
