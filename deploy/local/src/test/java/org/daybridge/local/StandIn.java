package org.daybridge.local;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/**
 * A program that is started as a service is, and knows as little as a launcher asks: it is ready,
 * it has a clock, and it answers with its process number.
 */
public final class StandIn {

  private static volatile String clock = "";

  private StandIn() {}

  public static void main(String... arguments) throws IOException {
    serve("QUARKUS_HTTP_PORT", StandIn::api);
    serve("QUARKUS_MANAGEMENT_PORT", StandIn::management);
  }

  private static void serve(String variable, Handler handler) throws IOException {
    int port = Integer.parseInt(System.getenv(variable));
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), port), 0);
    server.createContext(
        "/",
        exchange -> {
          byte[] body = handler.answer(exchange).getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(200, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.start();
  }

  private static String api(HttpExchange exchange) {
    return exchange.getRequestURI() + " " + ProcessHandle.current().pid();
  }

  private static String management(HttpExchange exchange) throws IOException {
    if (exchange.getRequestMethod().equals("PUT")) {
      clock = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    }
    return clock;
  }

  private interface Handler {
    String answer(HttpExchange exchange) throws IOException;
  }

  /** Puts itself where the packaged services of this repository would be. */
  static void packageInto(Path repository) throws IOException {
    for (ServiceName service : ServiceName.values()) {
      Path folder = repository.resolve(service.module()).resolve("target/quarkus-app");
      Files.createDirectories(folder);
      Manifest manifest = new Manifest();
      manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
      manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, StandIn.class.getName());
      try (OutputStream file = Files.newOutputStream(folder.resolve("quarkus-run.jar"));
          JarOutputStream jar = new JarOutputStream(file, manifest)) {
        for (Class<?> type : new Class<?>[] {StandIn.class, Handler.class}) {
          String name = type.getName().replace('.', '/') + ".class";
          jar.putNextEntry(new JarEntry(name));
          try (var bytes = StandIn.class.getClassLoader().getResourceAsStream(name)) {
            bytes.transferTo(jar);
          }
          jar.closeEntry();
        }
      }
    }
  }
}
