package org.daybridge.records.register.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.daybridge.contract.intake.PatientId;
import org.daybridge.kit.audit.AuditTrail;
import org.daybridge.kit.decision.NotVisible;
import org.daybridge.kit.decision.RuleRefused;
import org.daybridge.kit.identity.Callers;
import org.daybridge.records.register.Filed;
import org.daybridge.records.register.Register;
import org.daybridge.records.signing.Versioned;
import org.daybridge.records.signing.store.StateJson;
import org.jdbi.v3.core.Jdbi;

/**
 * One kind of record in one table: the document, and columns that the database works out of it.
 *
 * @param <T> the kind
 */
public class JdbiRegister<T extends Filed> implements Register<T> {

  private final Jdbi jdbi;
  private final StateJson json;
  private final Clock clock;
  private final Shelf<T> shelf;

  /**
   * Where the records lie and what an auditor calls them.
   *
   * @param <T> the kind
   */
  public record Shelf<T>(String table, String called, Class<T> type) {}

  protected JdbiRegister(Jdbi jdbi, StateJson json, Clock clock, Shelf<T> shelf) {
    this.jdbi = jdbi;
    this.json = json;
    this.clock = clock;
    this.shelf = shelf;
  }

  @Override
  public Optional<Versioned<T>> find(UUID id) {
    var found =
        jdbi.withHandle(
            handle ->
                handle
                    .createQuery("select * from " + shelf.table() + " where id = :id")
                    .bind("id", id)
                    .map((row, _) -> kept(row))
                    .findOne());
    found.ifPresent(each -> audited(each.value()));
    return found;
  }

  @Override
  public Versioned<T> require(UUID id) {
    return find(id).orElseThrow(() -> new NotVisible(shelf.called(), id));
  }

  @Override
  public List<Versioned<T>> ofPatient(PatientId patient) {
    return listed("patient_id = :value order by created_at desc, id desc", patient.value());
  }

  /** Those for which the condition over {@code :value} holds, two hundred at most. */
  protected List<Versioned<T>> listed(String condition, UUID value) {
    var found =
        jdbi.withHandle(
            handle ->
                handle
                    .createQuery(
                        "select * from " + shelf.table() + " where " + condition + " limit 200")
                    .bind("value", value)
                    .map((row, _) -> kept(row))
                    .list());
    found.forEach(each -> audited(each.value()));
    return found;
  }

  @Override
  public Versioned<T> add(T each) {
    var now = clock.instant();
    var added =
        jdbi.withHandle(
            handle ->
                handle
                    .createUpdate(
                        "insert into "
                            + shelf.table()
                            + " (id, organization_id, patient_id, labels, row_version, created_at,"
                            + " updated_at, body) values (:id, :org, :patient, :labels, 0, :now,"
                            + " :now, cast(:body as jsonb)) on conflict (id) do nothing")
                    .bind("id", each.id())
                    .bind("org", Callers.current().organizationId())
                    .bind("patient", each.patient())
                    .bind("labels", each.labels())
                    .bind("now", now)
                    .bind("body", json.write(each))
                    .execute());
    if (added == 0) throw RuleRefused.state("conflict", "something else has this id");
    AuditTrail.created(shelf.called(), each.id(), each.patient().value());
    return new Versioned<>(each, 0, now);
  }

  @Override
  public Versioned<T> save(T each, int version) {
    var now = clock.instant();
    var changed =
        jdbi.withHandle(
            handle ->
                handle
                    .createUpdate(
                        "update "
                            + shelf.table()
                            + " set row_version = row_version + 1, updated_at = :now, body ="
                            + " cast(:body as jsonb) where id = :id and row_version = :version")
                    .bind("now", now)
                    .bind("body", json.write(each))
                    .bind("id", each.id())
                    .bind("version", version)
                    .execute());
    if (changed == 0) throw RuleRefused.state("changed-meanwhile", "it was changed meanwhile");
    AuditTrail.updated(shelf.called(), each.id(), each.patient().value());
    return new Versioned<>(each, version + 1, now);
  }

  private void audited(T each) {
    AuditTrail.read(shelf.called(), each.id(), each.patient().value());
  }

  private Versioned<T> kept(ResultSet row) throws SQLException {
    return new Versioned<>(
        json.read(row.getString("body"), shelf.type()),
        row.getInt("row_version"),
        row.getObject("updated_at", OffsetDateTime.class).toInstant());
  }
}
