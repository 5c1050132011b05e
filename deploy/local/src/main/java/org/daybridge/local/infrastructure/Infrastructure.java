package org.daybridge.local.infrastructure;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/**
 * The database and the broker that a stack stands on, in one JVM.
 *
 * <p>It starts both, makes what the services need in them, and writes the ready file last. It ends
 * by SIGTERM, when the process that it was told to end with is gone, or when nobody has used it for
 * a while. What a killed predecessor left in the same folder is stopped and taken over first.
 */
public final class Infrastructure implements AutoCloseable {

  private final Folder folder;
  private final Postgres postgres;
  private final Broker broker;

  private Infrastructure(Folder folder, Postgres postgres, Broker broker) {
    this.folder = folder;
    this.postgres = postgres;
    this.broker = broker;
  }

  /** Runs until it is told to stop; {@code --help} names the options. */
  public static void main(String[] arguments) throws Exception {
    InfrastructureOptions options;
    try {
      options = InfrastructureOptions.parse(arguments);
    } catch (IllegalArgumentException wrong) {
      System.err.println(wrong.getMessage());
      System.err.println(InfrastructureOptions.USAGE);
      System.exit(2);
      return;
    }
    InfrastructureLog.quiet();
    try {
      Optional<Infrastructure> started = startInTurn(options);
      if (started.isEmpty()) {
        System.out.println("PostgreSQL and Kafka already run: see " + options.readyFile());
        return;
      }
      Infrastructure running = started.get();
      System.out.println(
          "PostgreSQL on port "
              + running.postgresPort()
              + ", Kafka on port "
              + running.kafkaPort());
      new Lifeline(options, running.postgres).watch();
      new CountDownLatch(1).await();
    } catch (Exception failed) {
      System.err.println("PostgreSQL and Kafka did not start: " + failed);
      failed.printStackTrace();
      System.exit(1);
    }
  }

  private static Optional<Infrastructure> startInTurn(InfrastructureOptions options)
      throws Exception {
    try (ReadyFile.Turn turn = ReadyFile.turn(options.readyFile())) {
      if (turn.alreadyServed()) {
        return Optional.empty();
      }
      Infrastructure infrastructure = start(options);
      Runnable stop =
          () -> {
            ReadyFile.remove(options.readyFile());
            infrastructure.close();
          };
      Runtime.getRuntime().addShutdownHook(new Thread(stop, "stop-infrastructure"));
      ReadyFile.write(
          options.readyFile(), infrastructure.postgresPort(), infrastructure.kafkaPort());
      return Optional.of(infrastructure);
    }
  }

  /**
   * Starts both and makes the services' databases, roles and topics when the options ask for it.
   */
  public static Infrastructure start(InfrastructureOptions options) throws Exception {
    Folder folder = Folder.prepare(options);
    CompletableFuture<Broker> broker =
        CompletableFuture.supplyAsync(() -> Broker.start(folder, options));
    @Nullable Postgres postgres = null;
    try {
      postgres = Postgres.start(folder, options);
      Infrastructure infrastructure = new Infrastructure(folder, postgres, broker.join());
      folder.rememberPorts(infrastructure.postgresPort(), infrastructure.kafkaPort());
      if (options.forServices()) {
        infrastructure.prepareForServices();
      }
      return infrastructure;
    } catch (Exception failed) {
      broker.thenAccept(Broker::close).exceptionally(_ -> null).join();
      if (postgres != null) {
        postgres.close();
      }
      throw failed;
    }
  }

  private void prepareForServices() throws Exception {
    Secrets secrets = Secrets.in(folder.root());
    postgres.demandPasswords(secrets);
    new ServiceDatabases(postgres.adminUrl(), Postgres.SUPERUSER, secrets).create();
    new ServiceTopics("localhost:" + broker.port()).create();
  }

  /** The port that PostgreSQL listens on. */
  public int postgresPort() {
    return postgres.port();
  }

  /** The port that the broker listens on. */
  public int kafkaPort() {
    return broker.port();
  }

  @Override
  public void close() {
    broker.close();
    postgres.close();
    try {
      folder.discardIfTemporary();
    } catch (IOException leftBehind) {
      System.err.println("The temporary folder " + folder.root() + " could not be removed.");
    }
  }
}
