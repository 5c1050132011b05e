package org.daybridge.records.supervision.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.daybridge.contract.scheduling.StaffId;
import org.daybridge.kit.audit.AuditTrail;
import org.daybridge.kit.identity.Callers;
import org.daybridge.records.supervision.SupervisionLog;
import org.jdbi.v3.core.Jdbi;

@ApplicationScoped
class JdbiSupervisionLog implements SupervisionLog {

  private static final String RECEIVED =
      " from supervision_entry where supervisee_id = :who and started_at >= :from and started_at <"
          + " :to";

  private final Jdbi jdbi;

  JdbiSupervisionLog(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  @Override
  public void add(Entry entry) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(
                    "insert into supervision_entry (entry_id, organization_id, supervisor_id,"
                        + " supervisee_id, kind, started_at, minutes, topics, note_ids) values"
                        + " (:id, :org, :supervisor, :supervisee, :kind, :at, :minutes, :topics,"
                        + " :notes)")
                .bind("id", entry.id())
                .bind("org", Callers.current().organizationId())
                .bind("supervisor", entry.supervisor())
                .bind("supervisee", entry.supervisee())
                .bind("kind", entry.kind().name())
                .bind("at", entry.startedAt())
                .bind("minutes", entry.minutes())
                .bind("topics", entry.topics())
                .bindArray("notes", UUID.class, entry.noteIds())
                .execute());
    AuditTrail.created("supervision-entry", entry.id(), null);
  }

  @Override
  public List<Entry> received(StaffId supervisee, Instant from, Instant to) {
    var found =
        jdbi.withHandle(
            handle ->
                handle
                    .createQuery("select *" + RECEIVED + " order by started_at desc limit 200")
                    .bind("who", supervisee)
                    .bind("from", from)
                    .bind("to", to)
                    .map((row, _) -> entry(row))
                    .list());
    found.forEach(each -> AuditTrail.read("supervision-entry", each.id(), null));
    return found;
  }

  @Override
  public int minutes(StaffId supervisee, Instant from, Instant to) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery("select coalesce(sum(minutes), 0)" + RECEIVED)
                .bind("who", supervisee)
                .bind("from", from)
                .bind("to", to)
                .mapTo(Integer.class)
                .one());
  }

  private static Entry entry(ResultSet row) throws SQLException {
    return new Entry(
        row.getObject("entry_id", UUID.class),
        new StaffId(row.getObject("supervisor_id", UUID.class)),
        new StaffId(row.getObject("supervisee_id", UUID.class)),
        Kind.valueOf(row.getString("kind")),
        row.getObject("started_at", OffsetDateTime.class).toInstant(),
        row.getInt("minutes"),
        row.getString("topics"),
        List.of((UUID[]) row.getArray("note_ids").getArray()));
  }
}
