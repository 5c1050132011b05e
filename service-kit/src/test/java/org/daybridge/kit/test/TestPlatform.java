package org.daybridge.kit.test;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;

/**
 * Gives a service's tests a database of their own with the roles of production, topics of their
 * own, and a key that tokens are signed with. Names are new in each run, so that runs side by side
 * never meet.
 */
public class TestPlatform implements QuarkusTestResourceLifecycleManager {
  private static final String PASSWORD = "for-tests-only";
  private static final List<String> SERVICES =
      List.of("intake", "scheduling", "clinical-records", "medication", "outcomes");

  // System properties: the test resource and the tests live in different class loaders.
  private static final String SUPERUSER_URL = "daybridge.test.superuser";
  private static final String BOOTSTRAP = "daybridge.test.bootstrap";
  private static final String PREFIX = "daybridge.test.prefix";

  @Override
  public Map<String, String> start() {
    TestInfrastructure infrastructure = TestInfrastructure.find();
    String database = applicationProperty("daybridge.database");
    String run = UUID.randomUUID().toString().substring(0, 8);
    String name = database + "_" + run;
    System.setProperty(BOOTSTRAP, "localhost:" + infrastructure.kafkaPort());
    System.setProperty(PREFIX, "t" + run + ".");
    createDatabase(infrastructure.postgresPort(), database, name);
    createTopics();
    System.setProperty(
        SUPERUSER_URL,
        "jdbc:postgresql://localhost:%d/%s?user=postgres"
            .formatted(infrastructure.postgresPort(), name));
    Map<String, String> config = new HashMap<>();
    config.put(
        "DAYBRIDGE_DB_URL",
        "jdbc:postgresql://localhost:%d/%s".formatted(infrastructure.postgresPort(), name));
    config.put("DAYBRIDGE_DB_OWNER_PASSWORD", PASSWORD);
    config.put("DAYBRIDGE_DB_APP_PASSWORD", PASSWORD);
    config.put("DAYBRIDGE_DB_WORKER_PASSWORD", PASSWORD);
    config.put("DAYBRIDGE_KAFKA", bootstrap());
    config.put("DAYBRIDGE_JWKS_URL", TestKeys.jwksFile().toUri().toString());
    config.put("DAYBRIDGE_ISSUER", TestKeys.ISSUER);
    config.put("DAYBRIDGE_MODE", "TEST");
    config.put("DAYBRIDGE_SIMULATION", "true");
    config.put("daybridge.events.topic-prefix", System.getProperty(PREFIX));
    config.put("quarkus.http.test-port", "0");
    config.put("quarkus.management.test-port", "0");
    config.put("quarkus.log.console.json.enabled", "false");
    return config;
  }

  @Override
  public void stop() {
    // Database and topics stay for a look after a failure; they end with the shared infrastructure.
  }

  /** A connection of the superuser, past every policy: to arrange and to look behind the scenes. */
  public static Connection superuser() throws SQLException {
    return DriverManager.getConnection(System.getProperty(SUPERUSER_URL));
  }

  /** Where the broker listens. */
  public static String bootstrap() {
    return System.getProperty(BOOTSTRAP);
  }

  /** The topic of a service in this run. */
  public static String topicOf(String service) {
    return System.getProperty(PREFIX) + service + ".v1";
  }

  private static void createDatabase(int port, String service, String name) {
    String url = "jdbc:postgresql://localhost:%d/postgres?user=postgres".formatted(port);
    try (Connection connection = DriverManager.getConnection(url);
        Statement statement = connection.createStatement()) {
      statement.execute("select pg_advisory_lock(42)");
      for (String role : List.of("owner", "app", "worker")) {
        statement.execute(
            "do $$ begin if not exists (select from pg_roles where rolname = '%1$s_%2$s') then create role %1$s_%2$s login password '%3$s'; end if; end $$"
                .formatted(service, role, PASSWORD));
      }
      statement.execute("create database %s owner %s_owner".formatted(name, service));
      statement.execute("revoke connect on database %s from public".formatted(name));
      statement.execute(
          "grant connect on database %1$s to %2$s_owner, %2$s_app, %2$s_worker"
              .formatted(name, service));
      statement.execute("select pg_advisory_unlock(42)");
    } catch (SQLException e) {
      throw new IllegalStateException("The test database could not be made", e);
    }
    extensions(port, name);
  }

  private static void extensions(int port, String name) {
    String url = "jdbc:postgresql://localhost:%d/%s?user=postgres".formatted(port, name);
    try (Connection connection = DriverManager.getConnection(url);
        Statement statement = connection.createStatement()) {
      for (String extension : List.of("btree_gist", "pg_trgm", "fuzzystrmatch", "unaccent")) {
        statement.execute("create extension if not exists " + extension);
      }
    } catch (SQLException e) {
      throw new IllegalStateException("The extensions could not be made", e);
    }
  }

  private static void createTopics() {
    List<NewTopic> topics = new ArrayList<>();
    SERVICES.forEach(service -> topics.add(new NewTopic(topicOf(service), 3, (short) 1)));
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrap()))) {
      admin.createTopics(topics).all().get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    } catch (ExecutionException e) {
      throw new IllegalStateException("The topics could not be made", e);
    }
  }

  private static String applicationProperty(String name) {
    Properties properties = new Properties();
    try (InputStream in =
        Thread.currentThread()
            .getContextClassLoader()
            .getResourceAsStream("application.properties")) {
      if (in == null) {
        throw new IllegalStateException("There is no application.properties");
      }
      properties.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    String value = properties.getProperty(name);
    if (value == null) {
      throw new IllegalStateException("application.properties must set " + name);
    }
    return value.trim();
  }
}
