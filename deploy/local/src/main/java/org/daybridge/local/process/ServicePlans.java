package org.daybridge.local.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.daybridge.local.ServiceName;
import org.daybridge.local.StackFolder;
import org.daybridge.local.StackOptions;
import org.daybridge.local.infrastructure.Secrets;
import org.daybridge.local.infrastructure.ServiceDatabases;
import org.daybridge.local.issuer.AccessTokens;

/**
 * How the five services are started: the packaged programs, with what a cluster would give them.
 */
final class ServicePlans {

  private static final List<String> MEMORY =
      List.of(
          "-Xms48m",
          "-Xmx160m",
          "-Xss512k",
          "-XX:+UseSerialGC",
          "-XX:ReservedCodeCacheSize=96m",
          "-XX:+ExitOnOutOfMemoryError");

  private final StackOptions options;
  private final StackFolder folder;
  private final StackPorts ports;
  private final Servers servers;
  private final String gateway;

  /** The database server and the broker that the services use. */
  record Servers(String postgresUrl, String kafka) {}

  ServicePlans(
      StackOptions options, StackFolder folder, StackPorts ports, Servers servers, String gateway) {
    this.options = options;
    this.folder = folder;
    this.ports = ports;
    this.servers = servers;
    this.gateway = gateway;
  }

  static Path programOf(Path root, ServiceName service) {
    return root.resolve(service.module()).resolve("target/quarkus-app");
  }

  static AotCache cacheOf(Path root, ServiceName service) throws IOException {
    Path target = root.resolve(service.module()).resolve("target");
    return AotCache.of(service.word(), target.resolve("aot"), List.of(programOf(root, service)));
  }

  ProcessPlan planOf(ServiceName service) throws IOException {
    Path program = programOf(options.root(), service).resolve("quarkus-run.jar");
    if (!Files.exists(program)) {
      throw new IllegalStateException(
          service.module() + " is not built: " + program + " is missing. Maybe run mvn package.");
    }
    KeysetFile.make(folder.keyset(service));
    List<String> command = new ArrayList<>();
    command.add(Java.program());
    command.addAll(MEMORY);
    AotCache cache = cacheOf(options.root(), service);
    if (options.training()) {
      cache.prepareForTraining();
    }
    command.addAll(cache.options(options.training()));
    command.addAll(
        List.of(
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "-Duser.timezone=UTC",
            "-jar",
            program.toString()));
    return new ProcessPlan(
        service.word(),
        command,
        environment(service),
        folder.log(service.word()),
        ProcessPlan.patience(options.training()));
  }

  private Map<String, String> environment(ServiceName service) throws IOException {
    Secrets secrets = Secrets.in(folder.infrastructure());
    Map<String, String> environment = new HashMap<>();
    environment.put(
        "DAYBRIDGE_DB_URL", ServiceDatabases.urlOf(servers.postgresUrl(), service.database()));
    environment.put("DAYBRIDGE_DB_OWNER_PASSWORD", secrets.owner());
    environment.put("DAYBRIDGE_DB_APP_PASSWORD", secrets.app());
    environment.put("DAYBRIDGE_DB_WORKER_PASSWORD", secrets.worker());
    environment.put("DAYBRIDGE_KAFKA", servers.kafka());
    environment.put("DAYBRIDGE_ISSUER", gateway + "/auth");
    environment.put("DAYBRIDGE_JWKS_URL", gateway + "/auth/jwks");
    environment.put("DAYBRIDGE_KEYSET", folder.keyset(service).toAbsolutePath().toString());
    environment.put("DAYBRIDGE_MODE", "LOCAL");
    environment.put("DAYBRIDGE_SIMULATION", Boolean.toString(options.simulation()));
    environment.put(
        "DAYBRIDGE_LONGEST_TOKEN_SECONDS", Long.toString(AccessTokens.LIFETIME.toSeconds()));
    environment.put("QUARKUS_HTTP_HOST", "127.0.0.1");
    environment.put("QUARKUS_HTTP_PORT", ports.api().get(service).toString());
    environment.put("QUARKUS_MANAGEMENT_HOST", "127.0.0.1");
    environment.put("QUARKUS_MANAGEMENT_PORT", ports.management().get(service).toString());
    return environment;
  }
}
