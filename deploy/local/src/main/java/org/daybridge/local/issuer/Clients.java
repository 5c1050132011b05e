package org.daybridge.local.issuer;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Properties;

/** The programs that a local stack knows: two front ends and two systems. */
public final class Clients {

  /** The system that stands for another institution's EHR. */
  public static final String EHR = "ehr-sandbox";

  /** The system that loads the sample clinic. */
  public static final String LOADER = "clinic-loader";

  private final List<Client> clients;

  private Clients(List<Client> clients) {
    this.clients = clients;
  }

  /** The clients, with the secrets of this file; missing ones are drawn. */
  public static Clients in(Path file) throws IOException {
    Properties secrets = new Properties();
    if (Files.exists(file)) {
      try (var reader = Files.newBufferedReader(file)) {
        secrets.load(reader);
      }
    }
    int before = secrets.size();
    Clients clients =
        new Clients(
            List.of(
                Client.frontEnd("daybridge-web"),
                Client.frontEnd("daybridge-app"),
                Client.system(EHR, secret(secrets, EHR), "integration_client"),
                Client.system(LOADER, secret(secrets, LOADER), "service")));
    if (secrets.size() > before) {
      Files.createDirectories(file.toAbsolutePath().getParent());
      try (Writer writer = Files.newBufferedWriter(file)) {
        secrets.store(writer, "Secrets of the systems that may sign in to this local stack");
      }
    }
    return clients;
  }

  private static String secret(Properties secrets, String id) {
    return (String) secrets.computeIfAbsent(id, _ -> Opaque.draw());
  }

  /** The client of this id. */
  public Optional<Client> find(String id) {
    return clients.stream().filter(it -> it.id().equals(id)).findFirst();
  }
}
