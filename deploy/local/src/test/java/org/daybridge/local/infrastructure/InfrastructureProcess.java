package org.daybridge.local.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;

/** An infrastructure in a JVM of its own, as the launcher and the services' tests start it. */
final class InfrastructureProcess implements AutoCloseable {

  private final Process process;
  private final Path readyFile;

  private InfrastructureProcess(Process process, Path readyFile) {
    this.process = process;
    this.readyFile = readyFile;
  }

  static InfrastructureProcess start(Path readyFile, String... options) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Infrastructure.class.getName(),
                "--ready-file",
                readyFile.toString()));
    command.addAll(List.of(options));
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.INHERIT)
            .start();
    return new InfrastructureProcess(process, readyFile);
  }

  ReadyFile awaitReady() {
    return Awaitility.await()
        .atMost(90, TimeUnit.SECONDS)
        .until(() -> ReadyFile.ofRunning(readyFile), java.util.Optional::isPresent)
        .orElseThrow();
  }

  long pid() {
    return process.pid();
  }

  int awaitExit() {
    return process.onExit().orTimeout(60, TimeUnit.SECONDS).join().exitValue();
  }

  void kill() {
    process.destroyForcibly();
    assertThat(awaitExit()).isNotZero();
  }

  @Override
  public void close() {
    process.destroy();
    process.onExit().orTimeout(60, TimeUnit.SECONDS).join();
  }
}
