package org.daybridge.kit.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.daybridge.kit.identity.Caller;
import org.daybridge.kit.identity.Callers;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * Writes the audit rows: who did what, in which role and for which purpose, to which records. No
 * audit, no data: the row of a change commits with it, the row of a read before its answer leaves.
 */
@ApplicationScoped
public class AuditLog {
  private final Jdbi jdbi;
  private final AuditGroup group;
  private final ObjectMapper json;

  AuditLog(Jdbi jdbi, AuditGroup group, ObjectMapper json) {
    this.jdbi = jdbi;
    this.group = group;
    this.json = json;
  }

  /** How the work ended. */
  public enum Outcome {
    DONE(0),
    DENIED(4),
    REFUSED(8);

    private final int code;

    Outcome(int code) {
      this.code = code;
    }

    int code() {
      return code;
    }
  }

  public AuditTrail begin() {
    return AuditTrail.begin();
  }

  public void end() {
    AuditTrail.end();
  }

  /** Writes the trail of one unit of work, in its transaction. */
  public void write(
      Caller caller,
      String operation,
      AuditTrail trail,
      AuditTrail.Action stands,
      Outcome outcome) {
    insert(row(caller, operation, trail, stands, outcome));
  }

  /**
   * Writes the trail of work that changed nothing, together with those of other reads; returns when
   * it is durable. Outside a transaction: who waits here must hold no connection.
   */
  public void writeRead(Caller caller, String operation, AuditTrail trail) {
    group.write(row(caller, operation, trail, AuditTrail.Action.READ, Outcome.DONE));
  }

  private AuditRow row(
      Caller caller,
      String operation,
      AuditTrail trail,
      AuditTrail.Action stands,
      Outcome outcome) {
    return new AuditRow(
        caller,
        operation,
        trail.onlyPatient(),
        trail.strongest(stands),
        outcome,
        details(trail.touches()));
  }

  /**
   * Does work that no request stands behind, an event being followed or a timer, and writes its
   * trail when it touched a record.
   */
  public void around(String operation, Runnable work) {
    AuditTrail trail = begin();
    try {
      work.run();
      if (!trail.touches().isEmpty()) {
        write(Callers.current(), operation, trail, AuditTrail.Action.EXECUTED, Outcome.DONE);
      }
    } finally {
      end();
    }
  }

  /** Writes that the answer of an earlier request was given again. */
  public void replayed(Caller caller, String operation, UUID firstRequest, @Nullable UUID patient) {
    insert(
        new AuditRow(
            caller,
            operation,
            patient,
            AuditTrail.Action.READ,
            Outcome.DONE,
            written(Map.of("replayed", List.of(firstRequest.toString())))));
  }

  /** Writes that the caller asked for something that is not there, or not for this caller. */
  public void denied(
      Caller caller, String operation, @Nullable String resource, @Nullable UUID id) {
    Map<String, Object> details = new LinkedHashMap<>();
    if (resource != null && id != null) {
      details.put(resource, List.of(id.toString()));
    }
    insert(
        new AuditRow(
            caller, operation, null, AuditTrail.Action.EXECUTED, Outcome.DENIED, written(details)));
  }

  private void insert(AuditRow row) {
    try {
      jdbi.useHandle(handle -> insert(handle.getConnection(), row));
    } catch (SQLException e) {
      throw new IllegalStateException("The audit row could not be written", e);
    }
  }

  private static void insert(Connection connection, AuditRow row) throws SQLException {
    try (PreparedStatement insert = connection.prepareStatement(AuditRow.INSERT)) {
      row.bind(insert);
      insert.executeUpdate();
    }
  }

  private String details(List<AuditTrail.Touch> touches) {
    Map<String, Set<String>> ids = new LinkedHashMap<>();
    Set<String> patients = new LinkedHashSet<>();
    for (AuditTrail.Touch touch : touches) {
      ids.computeIfAbsent(
              touch.action().code() + " " + touch.resource(), _ -> new LinkedHashSet<>())
          .add(touch.id().toString());
      if (touch.patientId() != null) {
        patients.add(touch.patientId().toString());
      }
    }
    if (patients.size() > 1) {
      ids.put("patients", patients);
    }
    return written(ids);
  }

  private String written(Map<String, ?> details) {
    try {
      return json.writeValueAsString(details);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Audit details can't be written", e);
    }
  }
}
