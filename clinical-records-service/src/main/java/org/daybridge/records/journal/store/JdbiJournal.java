package org.daybridge.records.journal.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.daybridge.contract.intake.PatientId;
import org.daybridge.kit.audit.AuditTrail;
import org.daybridge.kit.decision.NotVisible;
import org.daybridge.kit.decision.RuleRefused;
import org.daybridge.kit.identity.Callers;
import org.daybridge.records.episode.Episodes;
import org.daybridge.records.journal.Journal;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Journal entries; the table's own policies keep them private. */
@ApplicationScoped
class JdbiJournal implements Journal {

  private final Jdbi jdbi;
  private final Episodes episodes;
  private final Clock clock;

  JdbiJournal(Jdbi jdbi, Episodes episodes, Clock clock) {
    this.jdbi = jdbi;
    this.episodes = episodes;
    this.clock = clock;
  }

  @Override
  public Entry write(UUID id, PatientId patient, Instant writtenAt, String text) {
    var known = find(id);
    if (known.isPresent()) {
      if (known.get().text().equals(text)) return known.get();
      throw RuleRefused.state("conflict", "another entry has this id");
    }
    var episode =
        episodes.latest(patient).orElseThrow(() -> new NotVisible("patient", patient.value()));
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(
                    "insert into journal_entry (entry_id, organization_id, patient_id, labels,"
                        + " written_at, received_at, text) values (:id, :org, :patient, :labels,"
                        + " :writtenAt, :now, :text)")
                .bind("id", id)
                .bind("org", Callers.current().organizationId())
                .bind("patient", patient)
                .bind("labels", episode.labels())
                .bind("writtenAt", writtenAt)
                .bind("now", clock.instant())
                .bind("text", text)
                .execute());
    AuditTrail.created("journal-entry", id, patient.value());
    return require(id);
  }

  @Override
  public List<Entry> of(PatientId patient) {
    var entries =
        jdbi.withHandle(
            handle ->
                handle
                    .createQuery(
                        "select * from journal_entry where patient_id = :patient"
                            + " order by written_at desc limit 200")
                    .bind("patient", patient)
                    .map((row, _) -> entry(row))
                    .list());
    entries.forEach(each -> AuditTrail.read("journal-entry", each.id(), each.patientId()));
    return entries;
  }

  @Override
  public Entry share(UUID id) {
    return sharedAt(id, clock.instant());
  }

  @Override
  public Entry unshare(UUID id) {
    return sharedAt(id, null);
  }

  private Entry sharedAt(UUID id, @Nullable Instant at) {
    var before = require(id);
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate("update journal_entry set shared_at = :at where entry_id = :id")
                .bindByType("at", at, Instant.class)
                .bind("id", id)
                .execute());
    AuditTrail.updated("journal-entry", id, before.patientId());
    return require(id);
  }

  private Entry require(UUID id) {
    return find(id).orElseThrow(() -> new NotVisible("journal-entry", id));
  }

  private Optional<Entry> find(UUID id) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery("select * from journal_entry where entry_id = :id")
                .bind("id", id)
                .map((row, _) -> entry(row))
                .findOne());
  }

  private static Entry entry(ResultSet row) throws SQLException {
    var shared = row.getObject("shared_at", OffsetDateTime.class);
    return new Entry(
        row.getObject("entry_id", UUID.class),
        row.getObject("patient_id", UUID.class),
        row.getObject("written_at", OffsetDateTime.class).toInstant(),
        row.getString("text"),
        shared == null ? null : shared.toInstant());
  }
}
