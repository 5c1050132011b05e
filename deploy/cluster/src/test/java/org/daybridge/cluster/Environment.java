package org.daybridge.cluster;

import io.fabric8.kubernetes.api.model.EnvVar;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The names by which a service is told about its surroundings. */
final class Environment {

  private static final Pattern NAMED = Pattern.compile("\\$\\{([A-Z][A-Z0-9_]*)(:[^}]*)?}");
  private static final String KIT =
      "service-kit/src/main/resources/META-INF/microprofile-config.properties";

  private Environment() {}

  /** What the first container of these pods is given by name; null where a secret gives it. */
  static Map<String, String> of(Manifest pods) {
    Map<String, String> given = new TreeMap<>();
    for (EnvVar one : pods.pods().orElseThrow().getSpec().getContainers().getFirst().getEnv()) {
      given.put(one.getName(), one.getValue() == null ? "" : one.getValue());
    }
    return given;
  }

  /** The names that the configuration of the kit or of a service asks for. */
  static Set<String> askedFor() {
    Set<String> names = new TreeSet<>();
    Properties kit = read(Manifests.ROOT.resolve(KIT));
    collect(kit, names);
    kit.stringPropertyNames().stream()
        .filter(it -> it.startsWith("quarkus."))
        .map(Environment::asVariable)
        .forEach(names::add);
    for (Path service : services()) {
      collect(read(service.resolve("src/main/resources/application.properties")), names);
    }
    return names;
  }

  /** The names without which a service does not start. */
  static Set<String> mustBeGiven() {
    Set<String> names = new TreeSet<>();
    read(Manifests.ROOT.resolve(KIT))
        .values()
        .forEach(
            value ->
                NAMED
                    .matcher(value.toString())
                    .results()
                    .filter(it -> it.group(2) == null)
                    .forEach(it -> names.add(it.group(1))));
    return names;
  }

  static List<Path> services() {
    try (Stream<Path> folders = Files.list(Manifests.ROOT)) {
      return folders.filter(it -> it.toString().endsWith("-service")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String asVariable(String property) {
    return property.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
  }

  private static void collect(Properties properties, Set<String> names) {
    properties
        .values()
        .forEach(
            value ->
                NAMED.matcher(value.toString()).results().forEach(it -> names.add(it.group(1))));
  }

  private static Properties read(Path file) {
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(file)) {
      properties.load(reader);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return properties;
  }
}
