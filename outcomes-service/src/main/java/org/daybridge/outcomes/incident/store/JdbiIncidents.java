package org.daybridge.outcomes.incident.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.daybridge.kit.audit.AuditTrail;
import org.daybridge.kit.crypto.FieldCipher;
import org.daybridge.kit.decision.NotVisible;
import org.daybridge.kit.identity.Callers;
import org.daybridge.outcomes.incident.Account;
import org.daybridge.outcomes.incident.Incident;
import org.daybridge.outcomes.incident.Incident.Duty;
import org.daybridge.outcomes.incident.Incident.Kind;
import org.daybridge.outcomes.incident.Incident.Outcome;
import org.daybridge.outcomes.incident.Incident.Severity;
import org.daybridge.outcomes.incident.Incident.State;
import org.daybridge.outcomes.incident.Incidents;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** The audit names the incident and no patient: the register is outside every chart. */
@ApplicationScoped
class JdbiIncidents implements Incidents {
  private static final String KIND = "Incident";
  private static final TypeReference<List<Duty>> DUTIES = new TypeReference<>() {};

  private final Jdbi jdbi;
  private final FieldCipher cipher;
  private final ObjectMapper json;

  JdbiIncidents(Jdbi jdbi, FieldCipher cipher, ObjectMapper json) {
    this.jdbi = jdbi;
    this.cipher = cipher;
    this.json = json;
  }

  private static String context(UUID id) {
    return "incident.account." + id;
  }

  @Override
  public Incident require(UUID id) {
    return found("select * from incident where incident_id = :id", id);
  }

  @Override
  public Incident hold(UUID id) {
    return found("select * from incident where incident_id = :id for update", id);
  }

  private Incident found(String query, UUID id) {
    Incident found =
        jdbi.withHandle(
                handle ->
                    handle.createQuery(query).bind("id", id).map((row, _) -> opened(row)).findOne())
            .orElseThrow(() -> new NotVisible(KIND, id));
    AuditTrail.read(KIND, id, null);
    return found;
  }

  @Override
  public Incident save(Incident incident) {
    State.Reviewed reviewed = incident.state() instanceof State.Reviewed one ? one : null;
    long version =
        jdbi.withHandle(
            handle ->
                handle
                    .createQuery(
                        "insert into incident (incident_id, organization_id, kind, severity,"
                            + " occurred_at, learnt_at, reported_by, reported_at, duties,"
                            + " report_due_at, review_due_on, state, outcome, reviewed_by,"
                            + " reviewed_at, account, version) values (:id, :org, :kind, :severity,"
                            + " :occurredAt, :learntAt, :reportedBy, :reportedAt, cast(:duties as"
                            + " jsonb), :reportDue, :reviewDue, :state, :outcome, :reviewedBy,"
                            + " :reviewedAt, :account, 0) on conflict (incident_id) do update set"
                            + " duties = excluded.duties, report_due_at = excluded.report_due_at,"
                            + " state = excluded.state, outcome = excluded.outcome, reviewed_by ="
                            + " excluded.reviewed_by, reviewed_at = excluded.reviewed_at, account ="
                            + " excluded.account, version = incident.version + 1 returning version")
                    .bind("id", incident.id())
                    .bind("org", Callers.current().organizationId())
                    .bind("kind", incident.kind().name())
                    .bind("severity", incident.severity().name())
                    .bind("occurredAt", incident.occurredAt())
                    .bind("learntAt", incident.learntAt())
                    .bind("reportedBy", incident.reportedBy())
                    .bind("reportedAt", incident.reportedAt())
                    .bind("duties", written(incident.duties()))
                    .bindByType("reportDue", incident.reportDueAt().orElse(null), Instant.class)
                    .bind("reviewDue", incident.reviewDueOn())
                    .bind("state", reviewed == null ? "OPEN" : "REVIEWED")
                    .bindByType(
                        "outcome",
                        reviewed == null ? null : reviewed.outcome().name(),
                        String.class)
                    .bindByType("reviewedBy", reviewed == null ? null : reviewed.by(), UUID.class)
                    .bindByType(
                        "reviewedAt", reviewed == null ? null : reviewed.at(), Instant.class)
                    .bind(
                        "account",
                        cipher.encrypt(written(incident.account()), context(incident.id())))
                    .mapTo(Long.class)
                    .one());
    if (version == 0) AuditTrail.created(KIND, incident.id(), null);
    else AuditTrail.updated(KIND, incident.id(), null);
    return new Incident(
        incident.id(),
        incident.kind(),
        incident.severity(),
        incident.occurredAt(),
        incident.learntAt(),
        incident.reportedBy(),
        incident.reportedAt(),
        incident.duties(),
        incident.reviewDueOn(),
        incident.account(),
        incident.state(),
        version);
  }

  @Override
  public List<Line> page(
      boolean openOnly, @Nullable Instant overdueAt, int rows, @Nullable UUID before) {
    List<Line> found =
        jdbi.withHandle(
            handle ->
                handle
                    .createQuery(
                        "select * from incident where (not :open or state = 'OPEN') and"
                            + " (cast(:overdue as timestamptz) is null or state = 'OPEN' and"
                            + " (report_due_at < :overdue or review_due_on < cast(:overdue as"
                            + " timestamptz)::date)) and (cast(:before as uuid) is null or"
                            + " incident_id < :before) order by incident_id desc limit :rows")
                    .bind("open", openOnly)
                    .bindByType("overdue", overdueAt, Instant.class)
                    .bindByType("before", before, UUID.class)
                    .bind("rows", rows)
                    .map((row, _) -> line(row))
                    .list());
    found.forEach(one -> AuditTrail.read(KIND, one.id(), null));
    return found;
  }

  private Incident opened(ResultSet row) throws SQLException {
    Line line = line(row);
    try {
      Account account =
          json.readValue(
              cipher.decrypt(row.getBytes("account"), context(line.id())), Account.class);
      return new Incident(
          line.id(),
          line.kind(),
          line.severity(),
          line.occurredAt(),
          line.learntAt(),
          line.reportedBy(),
          line.reportedAt(),
          line.duties(),
          line.reviewDueOn(),
          account,
          line.state(),
          line.version());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A stored account does not read", e);
    }
  }

  private Line line(ResultSet row) throws SQLException {
    try {
      return new Line(
          row.getObject("incident_id", UUID.class),
          Kind.valueOf(row.getString("kind")),
          Severity.valueOf(row.getString("severity")),
          instant(row, "occurred_at"),
          instant(row, "learnt_at"),
          row.getObject("reported_by", UUID.class),
          instant(row, "reported_at"),
          json.readValue(row.getString("duties"), DUTIES),
          row.getObject("report_due_at") == null ? null : instant(row, "report_due_at"),
          row.getObject("review_due_on", LocalDate.class),
          "OPEN".equals(row.getString("state"))
              ? new State.Open()
              : new State.Reviewed(
                  Outcome.valueOf(row.getString("outcome")),
                  row.getObject("reviewed_by", UUID.class),
                  instant(row, "reviewed_at")),
          row.getLong("version"));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Stored duties do not read", e);
    }
  }

  private String written(Object value) {
    try {
      return json.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("An incident can't be written as JSON", e);
    }
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }
}
