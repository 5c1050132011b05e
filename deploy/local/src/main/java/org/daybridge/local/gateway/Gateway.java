package org.daybridge.local.gateway;

import io.vertx.core.AbstractVerticle;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.daybridge.local.issuer.IssuerRoutes;

/**
 * The one address of a local stack. It forwards to the services, and answers for the issuer and the
 * documentation itself. It listens on this machine only.
 */
public final class Gateway implements AutoCloseable {

  private static final int LOOPS = 2;

  private final Vertx vertx;
  private final int port;

  private Gateway(Vertx vertx, int port) {
    this.vertx = vertx;
    this.port = port;
  }

  /**
   * How a gateway is wanted.
   *
   * @param root the repository, whose problem lists are shown
   * @param corsOrigins the web pages that may call
   */
  public record Options(
      int port, Path root, Upstreams upstreams, IssuerRoutes issuer, Pattern corsOrigins) {}

  /** Starts to listen. */
  public static Gateway start(Options options) {
    Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(LOOPS).setWorkerPoolSize(4));
    try {
      vertx
          .deployVerticle(() -> new Doors(options), new DeploymentOptions().setInstances(LOOPS))
          .toCompletionStage()
          .toCompletableFuture()
          .orTimeout(30, TimeUnit.SECONDS)
          .join();
      return new Gateway(vertx, options.port());
    } catch (RuntimeException refused) {
      stop(vertx);
      throw new IllegalStateException(
          "The gateway can't listen on port "
              + options.port()
              + ". Maybe another program does: give --port.",
          refused);
    }
  }

  /** The address of the gateway. */
  public String url() {
    return "http://localhost:" + port;
  }

  @Override
  public void close() {
    stop(vertx);
  }

  private static void stop(Vertx vertx) {
    vertx.close().toCompletionStage().toCompletableFuture().orTimeout(10, TimeUnit.SECONDS).join();
  }

  /** The doors of the gateway on one event loop. */
  private static final class Doors extends AbstractVerticle {
    private final Options options;
    private final Cors cors;

    Doors(Options options) {
      this.options = options;
      this.cors = new Cors(options.corsOrigins());
    }

    @Override
    public void start(Promise<Void> started) {
      ServiceProxy services = new ServiceProxy(vertx, options.upstreams());
      Docs docs = new Docs(vertx, options.upstreams(), new ProblemPages(options.root()));
      vertx
          .createHttpServer(
              new HttpServerOptions()
                  .setPort(options.port())
                  .setHost("localhost")
                  .setHttp2ClearTextEnabled(false)
                  .setMaxHeaderSize(16 * 1024)
                  .setMaxInitialLineLength(16 * 1024))
          .requestHandler(request -> answer(request, services, docs))
          .listen()
          .<Void>mapEmpty()
          .onComplete(started);
    }

    private void answer(HttpServerRequest request, ServiceProxy services, Docs docs) {
      String id = RequestIds.of(request);
      String origin = request.getHeader("Origin");
      request
          .response()
          .headersEndHandler(
              _ -> {
                request.response().headers().set(RequestIds.HEADER, id);
                cors.allow(origin, request.response().headers());
              });
      if (Cors.isPreflight(request)) {
        cors.answerPreflight(request);
        return;
      }
      request.headers().remove("Origin");
      switch (RoutingTable.route(request.uri())) {
        case Route.ToService(var service) -> services.forward(request, service);
        case Route.ToIssuer(var path) -> options.issuer().answer(request, path);
        case Route.ToSmartConfiguration() -> options.issuer().answerSmartConfiguration(request);
        case Route.ToDocs(var path) -> docs.answer(request, path);
        case Route.Refused refused -> Refusals.answer(request, refused);
        case Route.FhirRefused refused -> Refusals.answer(request, refused);
      }
    }
  }
}
