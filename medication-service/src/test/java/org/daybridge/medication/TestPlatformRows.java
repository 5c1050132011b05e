package org.daybridge.medication;

import java.sql.SQLException;
import org.daybridge.kit.test.TestPlatform;

/** Looks past every policy at what was stored. */
final class TestPlatformRows {
  private TestPlatformRows() {}

  static boolean exist(String sql) {
    try (var connection = TestPlatform.superuser();
        var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      return rows.next();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
