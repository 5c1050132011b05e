package org.daybridge.kit.audit;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.TreeSet;
import java.util.UUID;
import org.daybridge.kit.identity.Caller;
import org.jspecify.annotations.Nullable;

/** One row of the audit, ready to be written. In plain JDBC: every request writes one. */
record AuditRow(
    Caller caller,
    String operation,
    @Nullable UUID patient,
    AuditTrail.Action action,
    AuditLog.Outcome outcome,
    String details) {
  static final String INSERT =
      "insert into audit_event (organization_id, request_id, actor, actor_kind, actor_roles, purpose,"
          + " patient_id, action, outcome, operation, details)"
          + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

  void bind(PreparedStatement insert) throws SQLException {
    insert.setObject(1, caller.organizationId());
    insert.setObject(2, caller.requestId());
    insert.setObject(3, caller.principalId());
    insert.setString(4, caller.kind().name());
    insert.setString(5, String.join(" ", new TreeSet<>(caller.roles())));
    insert.setString(6, caller.purpose());
    insert.setObject(7, patient);
    insert.setString(8, String.valueOf(action.code()));
    insert.setInt(9, outcome.code());
    insert.setString(10, operation);
    insert.setString(11, details);
  }
}
