package org.daybridge.local.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which JDK ./daybridge runs with. */
class JdkFinderTest {

  @TempDir Path machine;
  private Path folders;
  private Path path;

  @BeforeEach
  void emptyMachine() throws IOException {
    folders = Files.createDirectory(machine.resolve("jvm"));
    path = Files.createDirectory(machine.resolve("path"));
  }

  @Test
  void takesJavaHomeFirst() throws Exception {
    Path home = jdk(machine.resolve("home"), "25.0.1");
    jdk(folders.resolve("newer"), "26.0.2");

    assertThat(find(home)).isEqualTo(new Found(0, home.toString()));
  }

  @Test
  void passesOverAJavaHomeThatIsTooOld() throws Exception {
    Path old = jdk(machine.resolve("home"), "24.0.2");
    Path onPath = jdkOnPath("25.0.3");

    assertThat(find(old)).isEqualTo(new Found(0, onPath.toString()));
  }

  @Test
  void takesThePathBeforeTheFolders() throws Exception {
    Path onPath = jdkOnPath("25.0.3");
    jdk(folders.resolve("newer"), "26.0.2");

    assertThat(find(null)).isEqualTo(new Found(0, onPath.toString()));
  }

  @Test
  void takesTheNewestOfTheFolders() throws Exception {
    jdkOnPath("17.0.15");
    jdk(folders.resolve("jdk-9"), "9.0.4");
    jdk(folders.resolve("jdk-25"), "25.0.9");
    Path newest = jdk(folders.resolve("jdk-25-later"), "25.0.10");
    Files.createDirectories(folders.resolve("not-a-jdk"));

    assertThat(find(null)).isEqualTo(new Found(0, newest.toString()));
  }

  @Test
  void passesOverARuntimeWithoutCompiler() throws Exception {
    Path runtime = jdk(folders.resolve("jre"), "26.0.2");
    Files.delete(runtime.resolve("bin/javac"));

    assertThat(find(null).exitCode()).isEqualTo(1);
  }

  @Test
  void saysInOneSentenceWhatIsMissing() throws Exception {
    jdk(folders.resolve("jdk-24"), "24.0.2");

    Found found = find(null);

    assertThat(found.exitCode()).isEqualTo(1);
    assertThat(found.output()).startsWith("Daybridge needs a JDK of version 25 or newer: none was");
    assertThat(found.output().lines()).hasSize(1);
  }

  private Path jdkOnPath(String version) throws IOException {
    Path jdk = jdk(machine.resolve("on-path"), version);
    Files.createSymbolicLink(path.resolve("java"), jdk.resolve("bin/java"));
    return jdk;
  }

  private static Path jdk(Path folder, String version) throws IOException {
    Path bin = Files.createDirectories(folder.resolve("bin"));
    for (String program : new String[] {"java", "javac"}) {
      assertThat(Files.createFile(bin.resolve(program)).toFile().setExecutable(true)).isTrue();
    }
    Files.writeString(
        folder.resolve("release"), "IMPLEMENTOR=\"any\"\nJAVA_VERSION=\"" + version + "\"\n");
    return folder.toRealPath();
  }

  private Found find(Path javaHome) throws IOException {
    Path script = Path.of("script", "jdk.sh").toAbsolutePath();
    ProcessBuilder bash =
        new ProcessBuilder("bash", "-c", "set -euo pipefail; source " + script + "; find_jdk")
            .redirectErrorStream(true);
    Map<String, String> environment = bash.environment();
    environment.remove("JAVA_HOME");
    if (javaHome != null) {
      environment.put("JAVA_HOME", javaHome.toString());
    }
    environment.put("DAYBRIDGE_JVM_FOLDERS", folders.toString());
    environment.put("PATH", path + ":" + toolsWithoutJava());
    Process process = bash.start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Found(process.onExit().join().exitValue(), output.strip());
  }

  /** The few programs that the script calls, in a folder without any Java. */
  private String toolsWithoutJava() throws IOException {
    Path tools = Files.createDirectories(machine.resolve("tools"));
    for (String tool : new String[] {"sed", "sort", "head", "cut", "readlink"}) {
      Path link = tools.resolve(tool);
      Path program = Path.of("/usr/bin", tool);
      if (!Files.exists(link)) {
        Files.createSymbolicLink(link, Files.exists(program) ? program : Path.of("/bin", tool));
      }
    }
    return tools.toString();
  }

  private record Found(int exitCode, String output) {}
}
