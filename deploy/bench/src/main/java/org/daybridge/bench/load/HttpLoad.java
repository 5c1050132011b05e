package org.daybridge.bench.load;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.RequestOptions;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.HdrHistogram.Histogram;

/** Sends requests to one server from one event loop. The first bad answer ends the measurement. */
public final class HttpLoad implements AutoCloseable {

  private static final int MAX_WAITING = 20_000;
  private static final Duration WARMING_ROUND = Duration.ofSeconds(5);
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  private final Vertx vertx;
  private final HttpClient client;
  private final URI target;

  /** Loads this server over so many connections. */
  public HttpLoad(URI target, int connections) {
    this.target = target;
    this.vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
    this.client =
        vertx.createHttpClient(
            new HttpClientOptions()
                .setDefaultHost(target.getHost())
                .setDefaultPort(target.getPort())
                .setMaxPoolSize(connections)
                .setKeepAlive(true)
                .setMaxWaitQueueSize(MAX_WAITING));
  }

  /**
   * Runs at full speed for half of the time, then until the compiler has nothing more to gain: two
   * rounds in a row that are not a tenth faster than the best before, or the time is up. A cold
   * stack's first rounds are all equally slow.
   */
  public void warm(int callers, Duration longest, Supplier<Call> calls)
      throws InterruptedException {
    long begin = System.nanoTime();
    long half = begin + longest.toNanos() / 2;
    long end = begin + longest.toNanos();
    double best = 0;
    for (int still = 0; (still < 2 || System.nanoTime() < half) && System.nanoTime() < end; ) {
      double now = atFullSpeed(callers, Duration.ZERO, WARMING_ROUND, calls).perSecond();
      still = now > best * 1.1 ? 0 : still + 1;
      best = Math.max(best, now);
    }
  }

  /** Each of so many callers sends its next request when the last was answered. */
  public Measured atFullSpeed(
      int callers, Duration warming, Duration measured, Supplier<Call> calls)
      throws InterruptedException {
    long begin = System.nanoTime() + warming.toNanos();
    long end = begin + measured.toNanos();
    Histogram latencies = histogram();
    CompletableFuture<Void> done = new CompletableFuture<>();
    vertx.runOnContext(
        _ -> {
          int[] running = {callers};
          for (int caller = 0; caller < callers; caller++) {
            next(calls, begin, end, latencies, running, done);
          }
        });
    await(done);
    return new Measured(latencies.getTotalCount(), measured.toNanos() / 1e9, latencies);
  }

  private void next(
      Supplier<Call> calls,
      long begin,
      long end,
      Histogram latencies,
      int[] running,
      CompletableFuture<Void> done) {
    long sent = System.nanoTime();
    if (sent >= end || done.isDone()) {
      if (--running[0] == 0) {
        done.complete(null);
      }
      return;
    }
    send(calls.get())
        .onSuccess(
            _ -> {
              long now = System.nanoTime();
              if (now >= begin && now < end) {
                record(latencies, now - sent);
              }
              next(calls, begin, end, latencies, running, done);
            })
        .onFailure(done::completeExceptionally);
  }

  /**
   * Sends at a steady rate whatever the server does; a latency begins at the planned time. The
   * first second warms and is not counted.
   */
  public Measured atRate(double perSecond, Duration measured, Supplier<Call> calls)
      throws InterruptedException {
    long interval = (long) (1e9 / perSecond);
    long begin = System.nanoTime();
    long counted = begin + TimeUnit.SECONDS.toNanos(1);
    long total = (counted - begin + measured.toNanos()) / interval;
    Histogram latencies = histogram();
    CompletableFuture<Void> done = new CompletableFuture<>();
    long[] sentAndAnswered = {0, 0};
    vertx.setPeriodic(
        1,
        timer -> {
          while (sentAndAnswered[0] < total
              && begin + sentAndAnswered[0] * interval <= System.nanoTime()) {
            long planned = begin + sentAndAnswered[0]++ * interval;
            send(calls.get())
                .onSuccess(
                    _ -> {
                      if (planned >= counted) {
                        record(latencies, System.nanoTime() - planned);
                      }
                      if (++sentAndAnswered[1] == total) {
                        done.complete(null);
                      }
                    })
                .onFailure(done::completeExceptionally);
          }
          if (sentAndAnswered[0] >= total || done.isDone()) {
            vertx.cancelTimer(timer);
          }
        });
    await(done);
    return new Measured(latencies.getTotalCount(), measured.toNanos() / 1e9, latencies);
  }

  private Future<Buffer> send(Call call) {
    RequestOptions options = new RequestOptions().setMethod(call.method()).setURI(call.path());
    call.headers().forEach(options::putHeader);
    return client
        .request(options)
        .compose(
            request ->
                call.body() == null ? request.send() : request.send(Buffer.buffer(call.body())))
        .compose(
            response ->
                response
                    .body()
                    .compose(
                        body ->
                            response.statusCode() < 300
                                ? Future.succeededFuture(body)
                                : Future.failedFuture(
                                    new IllegalStateException(
                                        call.method()
                                            + " "
                                            + call.path()
                                            + " answered "
                                            + response.statusCode()
                                            + " "
                                            + body))));
  }

  private void await(CompletableFuture<Void> done) throws InterruptedException {
    try {
      done.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    } catch (ExecutionException bad) {
      throw new IllegalStateException("A request to " + target + " failed.", bad.getCause());
    } catch (TimeoutException late) {
      throw new IllegalStateException(target + " stopped answering.", late);
    }
  }

  private static Histogram histogram() {
    return new Histogram(TimeUnit.MINUTES.toMicros(5), 3);
  }

  private static void record(Histogram latencies, long nanos) {
    latencies.recordValue(TimeUnit.NANOSECONDS.toMicros(nanos));
  }

  @Override
  public void close() {
    client.close().toCompletionStage().toCompletableFuture().join();
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }
}
