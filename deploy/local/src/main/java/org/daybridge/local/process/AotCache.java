package org.daybridge.local.process;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/**
 * What the JVM learned about a program in a training run: with it the program starts in a third of
 * the time. It fits one JDK and one set of jars only, so its name is made from both.
 */
final class AotCache {

  private final Path file;

  private AotCache(Path file) {
    this.file = file;
  }

  /** The cache of a program whose jars are in these folders. */
  static AotCache of(String program, Path cacheFolder, List<Path> jarFolders) throws IOException {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(Java.build().getBytes(StandardCharsets.UTF_8));
      for (Path folder : jarFolders) {
        for (Path jar : jars(folder)) {
          String line =
              jar + " " + Files.size(jar) + " " + Files.getLastModifiedTime(jar).toMillis() + "\n";
          digest.update(line.getBytes(StandardCharsets.UTF_8));
        }
      }
      String fingerprint = HexFormat.of().formatHex(digest.digest()).substring(0, 16);
      return new AotCache(cacheFolder.resolve(program + "-" + fingerprint + ".aot"));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("Every JDK has SHA-256.", impossible);
    }
  }

  private static List<Path> jars(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(it -> it.toString().endsWith(".jar")).sorted().toList();
    }
  }

  /** The jars in one order for good: a cache fits one class path. */
  static String classPath(Path first, Path folder) throws IOException {
    List<String> path = new ArrayList<>();
    path.add(first.toString());
    jars(folder).forEach(jar -> path.add(jar.toString()));
    return String.join(File.pathSeparator, path);
  }

  boolean exists() {
    return Files.exists(file);
  }

  /** Removes caches of the same program that no longer fit. */
  void prepareForTraining() throws IOException {
    Files.createDirectories(file.getParent());
    String name = file.getFileName().toString();
    String program = name.substring(0, name.lastIndexOf('-') + 1);
    try (Stream<Path> others = Files.list(file.getParent())) {
      for (Path other : others.toList()) {
        if (other.getFileName().toString().startsWith(program) && !other.equals(file)) {
          Files.delete(other);
        }
      }
    }
  }

  /** The options of a JVM that uses the cache, or that makes it. */
  List<String> options(boolean training) {
    List<String> options = new ArrayList<>();
    if (training) {
      options.add("-XX:AOTCacheOutput=" + file);
    } else if (exists()) {
      options.add("-XX:AOTCache=" + file);
    }
    options.add("-Xlog:aot=off,cds=off");
    return options;
  }
}
