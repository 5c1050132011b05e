package org.daybridge.local.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.daybridge.local.ServiceName;
import org.daybridge.local.StackFolder;
import org.daybridge.local.infrastructure.ReadyFile;

/** How the processes of a stack are, seen from outside. */
public final class StackState {

  private StackState() {}

  /** Whether the process of this name says that it is ready. */
  public static boolean isReady(StackFolder folder, String name) throws IOException {
    Optional<ServiceName> service = ServiceName.of(name);
    if (service.isEmpty()) {
      return ReadyFile.ofRunning(folder.infrastructureReady()).isPresent();
    }
    StackPorts ports = StackPorts.read(folder.ports());
    return new ManagementPort(ports.management().get(service.get())).isReady();
  }

  /** The resident memory of a process, where the system tells it. */
  public static String memory(long pid) {
    Path status = Path.of("/proc", Long.toString(pid), "status");
    try (Stream<String> lines = Files.lines(status)) {
      return lines
          .filter(line -> line.startsWith("VmRSS:"))
          .map(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024 + " MB")
          .findFirst()
          .orElse("-");
    } catch (IOException unknownHere) {
      return "-";
    }
  }
}
