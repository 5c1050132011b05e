package org.daybridge.local.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.daybridge.local.StackFolder;
import org.daybridge.local.StackOptions;
import org.daybridge.local.infrastructure.Infrastructure;

/** How the database and the broker are started. */
final class InfrastructureProcess {

  static final String NAME = "infrastructure";

  private static final String JAR = "deploy/local/target/daybridge-local.jar";
  private static final String LIBRARY = "deploy/local/target/lib";

  private InfrastructureProcess() {}

  static AotCache cache(Path root) throws IOException {
    return AotCache.of(
        NAME,
        root.resolve("deploy/local/target/aot"),
        List.of(root.resolve(JAR), root.resolve(LIBRARY)));
  }

  /** The packaged program; before it is packaged, what this JVM itself runs from. */
  private static String classPath(Path root) throws IOException {
    return Files.exists(root.resolve(JAR)) && Files.isDirectory(root.resolve(LIBRARY))
        ? AotCache.classPath(root.resolve(JAR), root.resolve(LIBRARY))
        : System.getProperty("java.class.path");
  }

  static ProcessPlan plan(StackOptions options, StackFolder folder) throws IOException {
    AotCache cache = cache(options.root());
    if (options.training()) {
      cache.prepareForTraining();
    }
    List<String> command = new ArrayList<>();
    command.add(Java.program());
    command.addAll(List.of("-Xms64m", "-Xmx320m", "-XX:+UseSerialGC"));
    command.addAll(cache.options(options.training()));
    command.addAll(
        List.of(
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "-Duser.timezone=UTC",
            "-cp",
            classPath(options.root()),
            Infrastructure.class.getName(),
            "--data",
            folder.infrastructure().toString(),
            "--ready-file",
            folder.infrastructureReady().toString()));
    if (!options.durable()) {
      command.add("--volatile");
    }
    if (options.folder().isEmpty()) {
      command.addAll(List.of("--exit-with", Long.toString(ProcessHandle.current().pid())));
    }
    return new ProcessPlan(
        NAME, command, Map.of(), folder.log(NAME), ProcessPlan.patience(options.training()));
  }
}
