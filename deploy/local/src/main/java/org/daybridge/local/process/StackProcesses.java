package org.daybridge.local.process;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.daybridge.local.Console;
import org.daybridge.local.ServiceName;
import org.daybridge.local.StackFolder;
import org.daybridge.local.StackOptions;
import org.daybridge.local.infrastructure.ReadyFile;
import org.daybridge.local.infrastructure.Secrets;
import org.daybridge.local.infrastructure.ServiceDatabases;
import org.daybridge.local.infrastructure.ServiceTopics;
import org.jspecify.annotations.Nullable;

/**
 * The infrastructure and the five services of one stack. The infrastructure comes first and goes
 * last; the services start side by side.
 */
public final class StackProcesses implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofMinutes(5);
  private static final int GIVE_UP_AFTER = 3;

  private final StackOptions options;
  private final StackFolder folder;
  private final StackPorts ports;
  private final Console console;
  private final PidFiles pidFiles;
  private final Map<ServiceName, KeptProcess> services = new EnumMap<>(ServiceName.class);
  private @Nullable KeptProcess infrastructure;
  private volatile Duration ahead = Duration.ZERO;

  /** The processes of this stack, none of them started. */
  public StackProcesses(
      StackOptions options, StackFolder folder, StackPorts ports, Console console) {
    this.options = options;
    this.folder = folder;
    this.ports = ports;
    this.console = console;
    this.pidFiles = new PidFiles(folder.running());
  }

  /** Starts everything and returns when every service is ready. */
  public void start(String gatewayUrl) throws IOException {
    ServicePlans.Servers servers = options.external().isPresent() ? external() : ownServers();
    ServicePlans plans = new ServicePlans(options, folder, ports, servers, gatewayUrl);
    for (ServiceName service : ServiceName.values()) {
      KeptProcess process =
          new KeptProcess(plans.planOf(service), pidFiles, console, () -> backAgain(service));
      services.put(service, process);
    }
    services.values().forEach(KeptProcess::start);
    services.forEach((service, process) -> awaitReady(process, () -> isReady(service)));
  }

  private ServicePlans.Servers ownServers() throws IOException {
    KeptProcess process =
        new KeptProcess(
            InfrastructureProcess.plan(options, folder),
            pidFiles,
            console,
            () -> console.say("PostgreSQL and Kafka are started again; the services find them."));
    infrastructure = process;
    process.start();
    awaitReady(process, () -> ReadyFile.ofRunning(folder.infrastructureReady()).isPresent());
    ReadyFile ready = ReadyFile.ofRunning(folder.infrastructureReady()).orElseThrow();
    return new ServicePlans.Servers(
        "jdbc:postgresql://localhost:" + ready.postgresPort() + "/postgres",
        "localhost:" + ready.kafkaPort());
  }

  private ServicePlans.Servers external() throws IOException {
    ExternalServers given = options.external().orElseThrow();
    try {
      new ServiceDatabases(
              given.postgresUrl(),
              given.user(),
              given.password(),
              Secrets.in(folder.infrastructure()))
          .create();
      new ServiceTopics(given.kafka()).create();
    } catch (java.sql.SQLException
        | InterruptedException
        | java.util.concurrent.ExecutionException
        | java.util.concurrent.TimeoutException unusable) {
      throw new IOException("The external PostgreSQL or Kafka can't be used.", unusable);
    }
    return new ServicePlans.Servers(given.postgresUrl(), given.kafka());
  }

  private boolean isReady(ServiceName service) {
    return new ManagementPort(ports.management().get(service)).isReady();
  }

  /** Returns when the service answers that it is ready. */
  public void awaitReady(ServiceName service) {
    awaitReady(services.get(service), () -> isReady(service));
  }

  private void awaitReady(KeptProcess process, BooleanSupplier ready) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!ready.getAsBoolean()) {
      if (process.failuresInARow() >= GIVE_UP_AFTER || System.nanoTime() > end) {
        throw new IllegalStateException(
            process.plan().name()
                + " does not become ready. Its log "
                + process.plan().log()
                + " ends with:\n"
                + LogEnd.of(process.plan().log()));
      }
      Pause.shortly();
    }
  }

  private void backAgain(ServiceName service) {
    awaitReady(service);
    if (!ahead.isZero()) {
      new ManagementPort(ports.management().get(service)).show(simulatedNow());
    }
    console.say(service.word() + " is ready again.");
  }

  private Instant simulatedNow() {
    return Clock.systemUTC().instant().plus(ahead);
  }

  /** Moves the one clock of all services; it goes on from there. */
  public void moveClockTo(Instant now) {
    ahead = Duration.between(Clock.systemUTC().instant(), now);
    services.keySet().stream()
        .map(service -> new ManagementPort(ports.management().get(service)))
        .forEach(port -> port.show(simulatedNow()));
  }

  /** What the services' clocks show. */
  public Instant now() {
    return simulatedNow();
  }

  /** Ends a service as a fault would. It is started again. */
  public void kill(ServiceName service) {
    services.get(service).kill();
  }

  /** Ends the database and the broker as a fault would. They are started again. */
  public void killInfrastructure() {
    if (infrastructure == null) {
      throw new IllegalStateException("This stack uses servers that run elsewhere.");
    }
    infrastructure.kill();
  }

  @Override
  public void close() {
    try (ExecutorService stopping = Executors.newVirtualThreadPerTaskExecutor()) {
      services.values().forEach(service -> stopping.execute(service::stop));
    }
    if (infrastructure != null) {
      infrastructure.stop();
    }
  }

  /** Whether caches for all programs of this repository are there and fit. */
  public static boolean cachesExist(Path root) throws IOException {
    if (!InfrastructureProcess.cache(root).exists()) {
      return false;
    }
    for (ServiceName service : ServiceName.values()) {
      if (!ServicePlans.cacheOf(root, service).exists()) {
        return false;
      }
    }
    return true;
  }

  /** The names of all processes that a stack can have. */
  public static List<String> names() {
    return Stream.concat(
            Stream.of(InfrastructureProcess.NAME),
            Stream.of(ServiceName.values()).map(ServiceName::word))
        .collect(Collectors.toCollection(ArrayList::new));
  }
}
