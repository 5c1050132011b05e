package org.daybridge.local.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The infrastructure that tests share: quick, empty, and gone when it is not needed. */
class TestInfrastructureTest {

  @TempDir Path folder;

  @Test
  void startsOnceForAllWhoNameTheSameReadyFileAndLeavesNothingBehind() throws Exception {
    Path readyFile = folder.resolve("ready.properties");
    String dataFolder;
    try (InfrastructureProcess first = InfrastructureProcess.start(readyFile, "--tests");
        InfrastructureProcess second = InfrastructureProcess.start(readyFile, "--tests")) {
      ReadyFile ready = first.awaitReady();
      try (Connection connection =
              DriverManager.getConnection(
                  "jdbc:postgresql://localhost:" + ready.postgresPort() + "/postgres",
                  "postgres",
                  "");
          var statement = connection.createStatement();
          var result =
              statement.executeQuery(
                  "select current_setting('fsync'), current_setting('data_directory'),"
                      + " (select count(*) from pg_roles where rolname !~ '^pg_')")) {
        result.next();
        assertThat(result.getString(1)).isEqualTo("off");
        assertThat(result.getInt(3)).as("roles").isEqualTo(1);
        dataFolder = result.getString(2);
      }

      int oneLeaves = ready.pid() == first.pid() ? second.awaitExit() : first.awaitExit();

      assertThat(oneLeaves).isZero();
    }
    assertThat(readyFile).doesNotExist();
    assertThat(Files.exists(Path.of(dataFolder))).isFalse();
  }

  @Test
  void endsWithTheProcessThatItWasToldToEndWith() throws Exception {
    Process owner = new ProcessBuilder("sleep", "600").start();
    try (InfrastructureProcess infrastructure =
        InfrastructureProcess.start(
            folder.resolve("ready.properties"),
            "--tests",
            "--exit-with",
            Long.toString(owner.pid()))) {
      infrastructure.awaitReady();

      owner.destroy();

      assertThat(infrastructure.awaitExit()).isZero();
    }
  }
}
