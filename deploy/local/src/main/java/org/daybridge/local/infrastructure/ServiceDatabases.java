package org.daybridge.local.infrastructure;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * One database per service and three roles on it: the owner migrates, the application serves
 * requests, the worker relays, seals and fires timers. Nobody else may connect: a service that
 * reaches for another's database is refused.
 */
public final class ServiceDatabases {

  /** The databases, by the name that the service's roles begin with. */
  public static final List<String> NAMES =
      List.of("intake", "scheduling", "clinical_records", "medication", "outcomes");

  private static final List<String> EXTENSIONS =
      List.of("btree_gist", "pg_trgm", "fuzzystrmatch", "unaccent");

  private final String adminUrl;
  private final String admin;
  private final String adminPassword;
  private final Secrets secrets;

  ServiceDatabases(String adminUrl, String admin, Secrets secrets) {
    this(adminUrl, admin, secrets.superuser(), secrets);
  }

  /** Uses a server that runs elsewhere, as a role that may create roles and databases. */
  public ServiceDatabases(String adminUrl, String admin, String adminPassword, Secrets secrets) {
    this.adminUrl = adminUrl;
    this.admin = admin;
    this.adminPassword = adminPassword;
    this.secrets = secrets;
  }

  /** Makes what is missing; what is there gets the folder's passwords. */
  public void create() throws SQLException {
    try (Connection connection = DriverManager.getConnection(adminUrl, admin, adminPassword);
        Statement statement = connection.createStatement()) {
      for (String database : NAMES) {
        role(connection, statement, database + "_owner", secrets.owner());
        role(connection, statement, database + "_app", secrets.app());
        role(connection, statement, database + "_worker", secrets.worker());
        database(connection, statement, database);
      }
    }
    for (String database : NAMES) {
      extend(database);
    }
  }

  /** Where a database of the same server is. */
  public static String urlOf(String anyUrl, String database) {
    return anyUrl.replaceFirst("(jdbc:postgresql://[^/]+/)[^?]*", "$1" + database);
  }

  private void extend(String database) throws SQLException {
    String url = urlOf(adminUrl, database);
    try (Connection connection = DriverManager.getConnection(url, admin, adminPassword);
        Statement statement = connection.createStatement()) {
      for (String extension : EXTENSIONS) {
        statement.execute("create extension if not exists " + extension);
      }
    }
  }

  private static void role(Connection connection, Statement statement, String role, String password)
      throws SQLException {
    boolean known = exists(connection, "select 1 from pg_roles where rolname = ?", role);
    statement.execute(
        (known ? "alter" : "create") + " role " + role + " login password " + literal(password));
  }

  private static void database(Connection connection, Statement statement, String database)
      throws SQLException {
    if (!exists(connection, "select 1 from pg_database where datname = ?", database)) {
      statement.execute("create database " + database + " owner " + database + "_owner");
    }
    statement.execute("revoke all on database " + database + " from public");
    statement.execute(
        "grant connect on database %1$s to %1$s_owner, %1$s_app, %1$s_worker".formatted(database));
  }

  private static boolean exists(Connection connection, String question, String name)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(question)) {
      statement.setString(1, name);
      try (var result = statement.executeQuery()) {
        return result.next();
      }
    }
  }

  static String literal(String text) {
    return "'" + text.replace("'", "''") + "'";
  }
}
