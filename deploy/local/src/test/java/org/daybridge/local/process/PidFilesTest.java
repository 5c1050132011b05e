package org.daybridge.local.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which processes are taken for a stack's own. */
class PidFilesTest {

  @TempDir Path folder;
  private Process process;
  private PidFiles pidFiles;

  @BeforeEach
  void startSomething() throws Exception {
    process = new ProcessBuilder("sleep", "600").start();
    pidFiles = new PidFiles(folder);
    pidFiles.write("intake", process.toHandle());
  }

  @AfterEach
  void stopIt() {
    process.destroyForcibly();
  }

  @Test
  void stopsAProcessOfTheSameNumberAndStart() {
    assertThat(pidFiles.stopAll()).containsOnlyKeys("intake");
    assertThat(process.isAlive()).isFalse();
    assertThat(pidFiles.allRunning()).isEmpty();
  }

  @Test
  void leavesAnotherProgramAloneThatGotTheNumberLater() throws Exception {
    Path note = folder.resolve("intake.pid");
    Files.writeString(note, "pid=" + process.pid() + "\nstarted=2020-01-01T00\\:00\\:00Z\n");

    assertThat(pidFiles.stopAll()).isEmpty();
    assertThat(process.isAlive()).isTrue();
  }

  @Test
  void passesOverANoteThatWasCutShort() throws Exception {
    Files.writeString(folder.resolve("medication.pid"), "pid=");

    assertThat(pidFiles.allRunning()).containsOnlyKeys("intake");
  }
}
