package org.daybridge.local.process;

import java.io.IOException;
import java.io.Writer;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import org.daybridge.local.ServiceName;

/**
 * The ports of one stack. The services' ports are free ones, and the same again at the next start
 * if nobody took them meanwhile.
 */
public record StackPorts(
    int gateway, Map<ServiceName, Integer> api, Map<ServiceName, Integer> management) {

  public StackPorts {
    api = Map.copyOf(api);
    management = Map.copyOf(management);
  }

  /** Chooses ports and remembers them in this file. */
  public static StackPorts choose(Path file, int gateway) throws IOException {
    Properties last = new Properties();
    if (Files.exists(file)) {
      try (var reader = Files.newBufferedReader(file)) {
        last.load(reader);
      }
    }
    Set<Integer> taken = new HashSet<>();
    int chosen = gateway == 0 ? port(last, "gateway", taken) : gateway;
    taken.add(chosen);
    Map<ServiceName, Integer> api = new EnumMap<>(ServiceName.class);
    Map<ServiceName, Integer> management = new EnumMap<>(ServiceName.class);
    for (ServiceName service : ServiceName.values()) {
      api.put(service, port(last, service.word(), taken));
      management.put(service, port(last, service.word() + ".management", taken));
    }
    StackPorts ports = new StackPorts(chosen, api, management);
    ports.remember(file);
    return ports;
  }

  /** The ports that a stack has chosen. */
  public static StackPorts read(Path file) throws IOException {
    Properties last = new Properties();
    try (var reader = Files.newBufferedReader(file)) {
      last.load(reader);
    }
    Map<ServiceName, Integer> api = new EnumMap<>(ServiceName.class);
    Map<ServiceName, Integer> management = new EnumMap<>(ServiceName.class);
    for (ServiceName service : ServiceName.values()) {
      api.put(service, Integer.valueOf(last.getProperty(service.word())));
      management.put(service, Integer.valueOf(last.getProperty(service.word() + ".management")));
    }
    return new StackPorts(Integer.parseInt(last.getProperty("gateway")), api, management);
  }

  private static int port(Properties last, String name, Set<Integer> taken) throws IOException {
    int before = Integer.parseInt(last.getProperty(name, "0"));
    if (before != 0 && !taken.contains(before) && isFree(before)) {
      taken.add(before);
      return before;
    }
    int free;
    do {
      free = freePort();
    } while (!taken.add(free));
    return free;
  }

  private void remember(Path file) throws IOException {
    Properties ports = new Properties();
    ports.setProperty("gateway", Integer.toString(gateway));
    api.forEach((service, port) -> ports.setProperty(service.word(), port.toString()));
    management.forEach(
        (service, port) -> ports.setProperty(service.word() + ".management", port.toString()));
    Files.createDirectories(file.toAbsolutePath().getParent());
    try (Writer writer = Files.newBufferedWriter(file)) {
      ports.store(writer, null);
    }
  }

  static boolean isFree(int port) {
    try (ServerSocket probe = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      return probe.isBound();
    } catch (IOException taken) {
      return false;
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return probe.getLocalPort();
    }
  }
}
