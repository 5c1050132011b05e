package org.daybridge.local;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.daybridge.local.gateway.Gateway;
import org.daybridge.local.gateway.Upstreams;
import org.daybridge.local.issuer.AccessTokens;
import org.daybridge.local.issuer.Clients;
import org.daybridge.local.issuer.Issuer;
import org.daybridge.local.issuer.IssuerRoutes;
import org.daybridge.local.issuer.Personas;
import org.daybridge.local.issuer.SigningKey;
import org.daybridge.local.process.FolderLock;
import org.daybridge.local.process.PidFiles;
import org.daybridge.local.process.StackPorts;
import org.daybridge.local.process.StackProcesses;
import org.daybridge.local.sample.SampleClinic;
import org.daybridge.local.sample.SampleTarget;
import org.jspecify.annotations.Nullable;

/**
 * A whole Daybridge on this machine: database, broker, five services, gateway and issuer. The
 * commands, the journey, the benchmarks and the fault tests all start it through this class, so
 * that there is one answer to "how does it run".
 */
public final class LocalStack implements AutoCloseable {

  private static final String ANY_PAGE_OF_THIS_MACHINE =
      "https?://(localhost|127\\.0\\.0\\.1)(:\\d+)?";

  private final StackOptions options;
  private final StackFolder folder;
  private final FolderLock lock;
  private final PidFiles pidFiles;
  private final StackPorts ports;
  private final Console console;
  private final AccessTokens tokens;
  private final Personas personas;
  private @Nullable Gateway gateway;
  private @Nullable StackProcesses processes;
  private boolean closed;

  private LocalStack(
      StackOptions options, StackFolder folder, FolderLock lock, PrintStream terminal)
      throws IOException {
    this.options = options;
    this.folder = folder;
    this.lock = lock;
    this.console = new Console(terminal, folder.log("launcher"));
    this.pidFiles = new PidFiles(folder.running());
    stopLeftovers();
    this.ports = StackPorts.choose(folder.ports(), options.port());
    this.tokens =
        new AccessTokens(issuerUrl(), SigningKey.in(folder.issuerKey()), Clock.systemUTC());
    this.personas = new Personas(folder.personas());
  }

  /**
   * Starts a stack and returns when all of it is ready; what was started is stopped on a failure.
   */
  public static LocalStack start(StackOptions options, PrintStream terminal) throws IOException {
    Path root =
        options.folder().isPresent()
            ? options.folder().get().toAbsolutePath().normalize()
            : Files.createTempDirectory("daybridge-stack");
    Files.createDirectories(root);
    StackFolder folder = new StackFolder(root);
    LocalStack stack = new LocalStack(options, folder, FolderLock.take(folder), terminal);
    Thread hook = new Thread(stack::close, "stop-stack");
    Runtime.getRuntime().addShutdownHook(hook);
    try {
      stack.startAll();
      return stack;
    } catch (IOException | RuntimeException failed) {
      stack.close();
      throw failed;
    }
  }

  private void stopLeftovers() {
    pidFiles
        .stopAll()
        .forEach(
            (name, process) ->
                console.say(
                    "Stopped "
                        + name
                        + " (process "
                        + process.pid()
                        + "), left by an earlier run."));
  }

  private void startAll() throws IOException {
    pidFiles.write("launcher", ProcessHandle.current());
    Files.deleteIfExists(folder.stackReady());
    Issuer issuer =
        new Issuer(
            issuerUrl(),
            SigningKey.in(folder.issuerKey()),
            personas,
            Clients.in(folder.clients()),
            Clock.systemUTC());
    gateway =
        Gateway.start(
            new Gateway.Options(
                ports.gateway(),
                options.root(),
                new Upstreams(ports.api(), ports.management()),
                new IssuerRoutes(issuer),
                corsOrigins()));
    StackProcesses started = new StackProcesses(options, folder, ports, console);
    processes = started;
    started.start(url());
    if (options.sample() && !SampleClinic.isLoaded(this)) {
      console.say("Loading the sample clinic …");
      LocalDate today = LocalDate.ofInstant(now(), SampleClinic.ZONE);
      SampleTarget target = new SampleTarget(url(), tokens, personas, today);
      if (options.training()) {
        SampleClinic.loadStaffOnly(target);
      } else {
        SampleClinic.load(target);
      }
    }
    markReady();
  }

  private static Pattern corsOrigins() {
    return Pattern.compile(
        System.getenv().getOrDefault("DAYBRIDGE_CORS_ORIGINS", ANY_PAGE_OF_THIS_MACHINE));
  }

  private void markReady() throws IOException {
    Properties ready = new Properties();
    ready.setProperty("url", url());
    ready.setProperty("external", Boolean.toString(options.external().isPresent()));
    try (Writer writer = Files.newBufferedWriter(folder.stackReady())) {
      ready.store(writer, null);
    }
  }

  /** The gateway's address, without a slash at the end. */
  public String url() {
    return "http://localhost:" + ports.gateway();
  }

  private String issuerUrl() {
    return url() + "/auth";
  }

  /** A service's own address, past the gateway. */
  public URI api(ServiceName service) {
    return URI.create("http://127.0.0.1:" + ports.api().get(service));
  }

  /** The address of a service's health, metrics and clock. */
  public URI management(ServiceName service) {
    return URI.create("http://127.0.0.1:" + ports.management().get(service));
  }

  /** A signed token. */
  public String token(AccessTokens.Wanted wanted) {
    return tokens.sign(wanted);
  }

  /** The people of this stack. */
  public Personas personas() {
    return personas;
  }

  /** Where this stack keeps its data. */
  public StackFolder folder() {
    return folder;
  }

  /** Tells the terminal and the launcher's log. */
  public Console console() {
    return console;
  }

  /** Moves the one clock of all services; only a simulation has one. */
  public void moveClockTo(Instant now) {
    if (!options.simulation()) {
      throw new IllegalStateException("This stack runs on real time.");
    }
    running().moveClockTo(now);
  }

  /** What the services' clocks show. */
  public Instant now() {
    return running().now();
  }

  /** Ends a service as a fault would. It is started again. */
  public void kill(ServiceName service) {
    running().kill(service);
  }

  /** Ends the database and the broker as a fault would. They are started again. */
  public void killInfrastructure() {
    running().killInfrastructure();
  }

  /** Returns when the service answers that it is ready. */
  public void awaitReady(ServiceName service) {
    running().awaitReady(service);
  }

  private StackProcesses running() {
    if (processes == null) {
      throw new IllegalStateException("The stack was not started.");
    }
    return processes;
  }

  @Override
  public synchronized void close() {
    if (closed) {
      return;
    }
    closed = true;
    try {
      Files.deleteIfExists(folder.stackReady());
      if (gateway != null) {
        gateway.close();
      }
      if (processes != null) {
        processes.close();
      }
      pidFiles.remove("launcher");
      lock.close();
      if (options.folder().isEmpty()) {
        discard(folder.root());
      }
    } catch (IOException stays) {
      throw new UncheckedIOException(stays);
    }
  }

  private static void discard(Path root) throws IOException {
    try (Stream<Path> files = Files.walk(root)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }
}
