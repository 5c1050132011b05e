package org.daybridge.local.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A stack's own database and broker: they keep what they were given, and keep services apart. */
class StackInfrastructureTest {

  @TempDir Path folder;

  @Test
  void keepsItsDataAndItsPortsWhenItsProcessIsKilled() throws Exception {
    Path readyFile = folder.resolve("ready.properties");
    ReadyFile before;
    try (InfrastructureProcess first = start(readyFile)) {
      before = first.awaitReady();
      checkThatServicesAreKeptApart(before);
      checkTopics(before);
      try (Connection intake = connect(before, "intake", "intake_owner");
          var statement = intake.createStatement()) {
        statement.execute("create table kept (number int)");
        statement.execute("insert into kept values (7)");
        first.kill();
      }
    }

    try (InfrastructureProcess second = start(readyFile)) {
      ReadyFile after = second.awaitReady();

      assertThat(after.pid()).isNotEqualTo(before.pid());
      assertThat(after.postgresPort()).isEqualTo(before.postgresPort());
      assertThat(after.kafkaPort()).isEqualTo(before.kafkaPort());
      try (Connection intake = connect(after, "intake", "intake_owner")) {
        assertThat(value(intake, "select number from kept")).isEqualTo("7");
        assertThat(value(intake, "show fsync")).isEqualTo("on");
        assertThat(value(intake, "show synchronous_commit")).isEqualTo("on");
      }
    }
    assertThat(readyFile).doesNotExist();
  }

  private InfrastructureProcess start(Path readyFile) throws Exception {
    return InfrastructureProcess.start(readyFile, "--data", folder.resolve("data").toString());
  }

  private void checkThatServicesAreKeptApart(ReadyFile ready) throws Exception {
    assertThatThrownBy(() -> connect(ready, "scheduling", "intake_app").close())
        .isInstanceOf(SQLException.class)
        .hasMessageContaining("permission denied for database");
    assertThatThrownBy(
            () -> DriverManager.getConnection(url(ready, "intake"), "intake_app", "x").close())
        .isInstanceOf(SQLException.class)
        .hasMessageContaining("password authentication failed");
    try (Connection app = connect(ready, "intake", "intake_app");
        var statement = app.createStatement()) {
      assertThatThrownBy(() -> statement.execute("create table mine (number int)"))
          .isInstanceOf(SQLException.class)
          .hasMessageContaining("permission denied for schema");
    }
  }

  private static void checkTopics(ReadyFile ready) throws Exception {
    try (Admin admin =
        Admin.create(Map.of("bootstrap.servers", "localhost:" + ready.kafkaPort()))) {
      assertThat(admin.describeTopics(ServiceTopics.NAMES).allTopicNames().get().values())
          .allSatisfy(topic -> assertThat(topic.partitions()).hasSize(ServiceTopics.PARTITIONS));
    }
  }

  private Connection connect(ReadyFile ready, String database, String role) throws Exception {
    Secrets secrets = Secrets.in(folder.resolve("data"));
    String password = role.endsWith("_owner") ? secrets.owner() : secrets.app();
    return DriverManager.getConnection(url(ready, database), role, password);
  }

  private static String url(ReadyFile ready, String database) {
    return "jdbc:postgresql://localhost:" + ready.postgresPort() + "/" + database;
  }

  private static String value(Connection connection, String question) throws SQLException {
    try (var statement = connection.createStatement();
        var result = statement.executeQuery(question)) {
      result.next();
      return result.getString(1);
    }
  }
}
