package org.daybridge.local.gateway;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.daybridge.local.ServiceName;

/** One page with the five OpenAPI documents, and one per problem. */
final class Docs {

  private static final String ASSETS = "/META-INF/resources/webjars/swagger-ui/5.31.0/";
  private static final Map<String, String> SERVED =
      Map.of(
          "swagger-ui.css", "text/css",
          "swagger-ui-bundle.js", "text/javascript",
          "swagger-ui-standalone-preset.js", "text/javascript",
          "favicon-32x32.png", "image/png");

  private final HttpClient client;
  private final Upstreams upstreams;
  private final ProblemPages problems;

  Docs(Vertx vertx, Upstreams upstreams, ProblemPages problems) {
    this.client = vertx.createHttpClient(new HttpClientOptions().setConnectTimeout(2_000));
    this.upstreams = upstreams;
    this.problems = problems;
  }

  void answer(HttpServerRequest request, String path) {
    if (!request.method().equals(HttpMethod.GET) && !request.method().equals(HttpMethod.HEAD)) {
      notFound(request);
    } else if (path.isEmpty() || path.equals("/")) {
      html(request, overview());
    } else if (path.equals("/problems")) {
      html(request, problems.list());
    } else if (path.startsWith("/problems/")) {
      problems
          .page(path.substring("/problems/".length()))
          .ifPresentOrElse(page -> html(request, page), () -> notFound(request));
    } else if (path.startsWith("/openapi/") && path.endsWith(".json")) {
      document(request, path.substring("/openapi/".length(), path.length() - ".json".length()));
    } else {
      asset(request, path.substring(1));
    }
  }

  private static String overview() {
    String documents =
        Stream.of(ServiceName.values())
            .map(it -> "{ url: '/docs/openapi/%1$s.json', name: '%1$s' }".formatted(it.word()))
            .collect(Collectors.joining(", "));
    return """
    <!doctype html>
    <html lang="en">
    <head>
    <meta charset="utf-8">
    <title>Daybridge API</title>
    <link rel="icon" href="/docs/favicon-32x32.png">
    <link rel="stylesheet" href="/docs/swagger-ui.css">
    </head>
    <body>
    <p style="margin: 1rem; font-family: sans-serif">Every answer that is a problem is explained under
    <a href="/docs/problems">problems</a>.</p>
    <div id="api"></div>
    <script src="/docs/swagger-ui-bundle.js"></script>
    <script src="/docs/swagger-ui-standalone-preset.js"></script>
    <script>
    SwaggerUIBundle({
      urls: [%s],
      dom_id: '#api',
      deepLinking: true,
      presets: [SwaggerUIBundle.presets.apis, SwaggerUIStandalonePreset],
      layout: 'StandaloneLayout'
    });
    </script>
    </body>
    </html>
    """
        .formatted(documents);
  }

  private void document(HttpServerRequest request, String word) {
    Optional<Integer> port = ServiceName.of(word).map(upstreams.management()::get);
    if (port.isEmpty()) {
      notFound(request);
      return;
    }
    client
        .request(HttpMethod.GET, port.get(), Upstreams.HOST, "/q/openapi?format=json")
        .compose(asked -> asked.send())
        .compose(Docs::body)
        .onSuccess(
            body ->
                request
                    .response()
                    .putHeader("Content-Type", "application/json")
                    .putHeader("Cache-Control", "no-cache")
                    .end(body))
        .onFailure(
            _ ->
                Refusals.answer(
                    request,
                    new Route.Refused(
                        503,
                        "temporarily-unavailable",
                        "The service can't answer for the moment",
                        word + " does not answer. Maybe it is starting again.")));
  }

  private static Future<Buffer> body(HttpClientResponse response) {
    return response.statusCode() == 200
        ? response.body()
        : Future.failedFuture("Status " + response.statusCode());
  }

  private static void asset(HttpServerRequest request, String name) {
    String type = SERVED.get(name);
    if (type == null) {
      notFound(request);
      return;
    }
    try (InputStream asset = Docs.class.getResourceAsStream(ASSETS + name)) {
      if (asset == null) {
        notFound(request);
        return;
      }
      request
          .response()
          .putHeader("Content-Type", type)
          .putHeader("Cache-Control", "max-age=86400")
          .end(Buffer.buffer(asset.readAllBytes()));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static void html(HttpServerRequest request, String page) {
    request.response().putHeader("Content-Type", "text/html; charset=utf-8").end(page);
  }

  private static void notFound(HttpServerRequest request) {
    Refusals.answer(
        request,
        new Route.Refused(404, "not-found", "Not found", "The documentation has no such page."));
  }
}
