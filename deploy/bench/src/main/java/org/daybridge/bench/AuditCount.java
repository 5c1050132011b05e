package org.daybridge.bench;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import org.daybridge.local.ServiceName;

/** A read that is fast because its audit row is missing does not count. */
final class AuditCount {

  private final Lab lab;
  private final ServiceName service;
  private final long before;

  private AuditCount(Lab lab, ServiceName service, long before) {
    this.lab = lab;
    this.service = service;
    this.before = before;
  }

  static AuditCount of(Lab lab, ServiceName service) throws IOException {
    return new AuditCount(lab, service, now(lab, service));
  }

  void hasGrownBy(long requests) throws IOException {
    long grown = now(lab, service) - before;
    if (grown < requests) {
      throw new IllegalStateException(
          requests + " requests left only " + grown + " rows in the audit.");
    }
  }

  private static long now(Lab lab, ServiceName service) throws IOException {
    try (Connection database = lab.database(service);
        var statement = database.createStatement();
        var counted = statement.executeQuery("select count(*) from audit_event")) {
      counted.next();
      return counted.getLong(1);
    } catch (SQLException failed) {
      throw new IOException("The audit can't be counted.", failed);
    }
  }
}
