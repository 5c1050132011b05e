package org.daybridge.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** Where the documents come from: rendered by kubectl, or read as they lie there without it. */
final class Manifests {

  /** The repository. */
  static final Path ROOT = Path.of(System.getProperty("daybridge.root", "../..")).toAbsolutePath();

  static final Path FOLDER = ROOT.resolve("deploy/cluster");

  private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());
  private static final Map<String, List<Manifest>> MADE = new ConcurrentHashMap<>();

  private Manifests() {}

  /** Whether kustomizations can be rendered here. */
  static boolean canRender() {
    return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1))
        .map(it -> Path.of(it, "kubectl"))
        .anyMatch(Files::isExecutable);
  }

  /** A folder as a cluster would get it, made once; without kubectl the plain files of it. */
  static List<Manifest> of(String folder) {
    return MADE.computeIfAbsent(folder, Manifests::make);
  }

  private static List<Manifest> make(String folder) {
    if (canRender()) {
      return rendered(FOLDER.resolve(folder));
    }
    System.out.println(
        "Skipped: rendering "
            + folder
            + ", because kubectl is not installed here; its files are read as they are.");
    return files(FOLDER.resolve(folder));
  }

  /** The documents of one file of the tests. */
  static List<Manifest> fixture(String name) {
    try (InputStream in = Manifests.class.getResourceAsStream("/violating/" + name)) {
      if (in == null) {
        throw new IllegalArgumentException("There is no fixture " + name);
      }
      return parsed(name, new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Manifest> rendered(Path folder) {
    try {
      Process kubectl =
          new ProcessBuilder("kubectl", "kustomize", folder.toString())
              .redirectError(ProcessBuilder.Redirect.INHERIT)
              .start();
      String yaml = new String(kubectl.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (kubectl.waitFor() != 0) {
        throw new IllegalStateException("kubectl can't render " + folder);
      }
      return parsed(FOLDER.relativize(folder).toString(), yaml);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static List<Manifest> files(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      List<Manifest> all = new ArrayList<>();
      for (Path file : files.filter(Manifests::isManifest).sorted().toList()) {
        all.addAll(parsed(FOLDER.relativize(file).toString(), Files.readString(file)));
      }
      return all;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isManifest(Path file) {
    return file.toString().endsWith(".yaml") && !file.endsWith("kustomization.yaml");
  }

  private static List<Manifest> parsed(String origin, String yaml) {
    try (MappingIterator<JsonNode> documents = YAML.readerFor(JsonNode.class).readValues(yaml)) {
      return documents.readAll().stream().map(tree -> new Manifest(origin, tree)).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(origin + " is no YAML", e);
    }
  }
}
