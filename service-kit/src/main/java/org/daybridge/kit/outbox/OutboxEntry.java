package org.daybridge.kit.outbox;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.daybridge.contract.DomainEvent;
import org.daybridge.contract.EventCatalog;
import org.daybridge.contract.Id;
import org.daybridge.kit.identity.Caller;
import org.jspecify.annotations.Nullable;

/** An event that waits for the end of its transaction. In plain JDBC: every change writes one. */
record OutboxEntry(
    DomainEvent event,
    UUID eventId,
    Caller caller,
    @Nullable UUID cause,
    Instant occurredAt,
    int labels,
    String payload) {
  static final String APPEND = "select append_outbox(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

  void bind(PreparedStatement append) throws SQLException {
    append.setObject(1, eventId);
    append.setObject(2, caller.organizationId());
    append.setString(3, EventCatalog.typeOf(event));
    append.setInt(4, event.version());
    append.setObject(5, event.key());
    append.setObject(6, event.aggregate().value());
    append.setObject(7, uuid(event.patientId()));
    append.setObject(8, uuid(event.episodeId()));
    append.setObject(9, occurredAt.atOffset(ZoneOffset.UTC));
    append.setObject(10, caller.requestId());
    append.setObject(11, cause);
    append.setObject(12, caller.principalId());
    append.setInt(13, labels);
    append.setString(14, payload);
  }

  private static @Nullable UUID uuid(@Nullable Id id) {
    return id == null ? null : id.value();
  }
}
