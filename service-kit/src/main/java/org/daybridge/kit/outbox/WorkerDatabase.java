package org.daybridge.kit.outbox;

import io.smallrye.config.ConfigMapping;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;

/**
 * Connections of the worker role: for the relay's LISTEN, its session lock and the sealer. They are
 * their own, outside the pool, because listening and session locks don't survive a transaction
 * pooler.
 */
@ConfigMapping(prefix = "daybridge.worker")
public interface WorkerDatabase {
  String url();

  String username();

  String password();

  default Connection connect(String name) throws SQLException {
    Properties properties = new Properties();
    properties.setProperty("user", username());
    properties.setProperty("password", password());
    properties.setProperty("ApplicationName", name);
    properties.setProperty("tcpKeepAlive", "true");
    properties.setProperty("connectTimeout", "5");
    properties.setProperty("socketTimeout", "30");
    return DriverManager.getConnection(url(), properties);
  }
}
