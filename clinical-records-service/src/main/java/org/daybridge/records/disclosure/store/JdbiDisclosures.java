package org.daybridge.records.disclosure.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.daybridge.contract.intake.PatientId;
import org.daybridge.contract.records.NoteId;
import org.daybridge.contract.scheduling.StaffId;
import org.daybridge.kit.audit.AuditTrail;
import org.daybridge.kit.identity.Callers;
import org.daybridge.kit.identity.Labels;
import org.daybridge.records.disclosure.ConsentGate.Consent;
import org.daybridge.records.disclosure.Disclosure;
import org.daybridge.records.disclosure.Disclosure.RecipientClass;
import org.daybridge.records.disclosure.Disclosures;
import org.daybridge.records.signing.ContentHash;
import org.jdbi.v3.core.Jdbi;

/** Disclosures: rows that are only added. Consents: a projection of intake's. */
@ApplicationScoped
class JdbiDisclosures implements Disclosures {

  private final Jdbi jdbi;

  JdbiDisclosures(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  @Override
  public void keep(Disclosure each) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(
                    "insert into disclosure (disclosure_id, organization_id, patient_id, labels,"
                        + " recipient, recipient_class, purpose, what, document_id, content_hash,"
                        + " note_ids, consent_id, notice, disclosed_by, disclosed_at) values (:id,"
                        + " :org, :patient, :labels, :recipient, :class, :purpose, :what,"
                        + " :document, :hash, :notes, :consent, :notice, :by, :at)")
                .bind("id", each.id())
                .bind("org", Callers.current().organizationId())
                .bind("patient", each.patient())
                .bind("labels", each.labels())
                .bind("recipient", each.recipient())
                .bind("class", each.recipientClass().name())
                .bind("purpose", each.purpose())
                .bind("what", each.what())
                .bind("document", each.document())
                .bind("hash", each.hash().value())
                .bindArray("notes", UUID.class, each.notes().stream().map(NoteId::value).toList())
                .bindByType("consent", each.consent().orElse(null), UUID.class)
                .bindByType("notice", each.notice().orElse(null), String.class)
                .bind("by", each.by())
                .bind("at", each.at())
                .execute());
    AuditTrail.executed("disclosure", each.id(), each.patient().value());
  }

  @Override
  public List<Disclosure> of(PatientId patient, Instant since, int limit) {
    var found =
        jdbi.withHandle(
            handle ->
                handle
                    .createQuery(
                        "select * from disclosure where patient_id = :patient and disclosed_at >="
                            + " :since order by disclosed_at desc limit :limit")
                    .bind("patient", patient)
                    .bind("since", since)
                    .bind("limit", limit)
                    .map((row, _) -> disclosure(row))
                    .list());
    found.forEach(each -> AuditTrail.read("disclosure", each.id(), patient.value()));
    return found;
  }

  @Override
  public List<Disclosure> of(NoteId note) {
    var found =
        jdbi.withHandle(
            handle ->
                handle
                    .createQuery(
                        "select * from disclosure where note_ids @> array[:note]"
                            + " order by disclosed_at")
                    .bind("note", note)
                    .map((row, _) -> disclosure(row))
                    .list());
    found.forEach(each -> AuditTrail.read("disclosure", each.id(), each.patient().value()));
    return found;
  }

  @Override
  public List<Consent> consents(PatientId patient) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery("select * from disclosure_consent where patient_id = :patient")
                .bind("patient", patient)
                .map((row, _) -> consent(row))
                .list());
  }

  @Override
  public void granted(PatientId patient, String kind, Consent consent) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(
                    "insert into disclosure_consent (consent_id, organization_id, patient_id,"
                        + " labels, kind, recipient_class, effective_at, expires_on) values (:id,"
                        + " :org, :patient, :labels, :kind, :class, :at, :expires)"
                        + " on conflict do nothing")
                .bind("id", consent.id())
                .bind("org", Callers.current().organizationId())
                .bind("patient", patient)
                .bind("labels", Labels.PART2 | Labels.MENTAL)
                .bind("kind", kind)
                .bindByType("class", consent.recipientClass().orElse(null), String.class)
                .bind("at", consent.effectiveAt())
                .bindByType("expires", consent.expiresOn().orElse(null), LocalDate.class)
                .execute());
  }

  @Override
  public void revoked(UUID consent, Instant at) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(
                    "update disclosure_consent set revoked_at = :at where consent_id = :id and"
                        + " revoked_at is null")
                .bind("at", at)
                .bind("id", consent)
                .execute());
  }

  private static Consent consent(ResultSet row) throws SQLException {
    var revoked = row.getObject("revoked_at", OffsetDateTime.class);
    return new Consent(
        row.getObject("consent_id", UUID.class),
        Optional.ofNullable(row.getString("recipient_class")),
        row.getObject("effective_at", OffsetDateTime.class).toInstant(),
        Optional.ofNullable(row.getObject("expires_on", LocalDate.class)),
        Optional.ofNullable(revoked).map(OffsetDateTime::toInstant));
  }

  private static Disclosure disclosure(ResultSet row) throws SQLException {
    return new Disclosure(
        row.getObject("disclosure_id", UUID.class),
        new PatientId(row.getObject("patient_id", UUID.class)),
        row.getInt("labels"),
        row.getString("recipient"),
        RecipientClass.valueOf(row.getString("recipient_class")),
        row.getString("purpose"),
        row.getString("what"),
        row.getObject("document_id", UUID.class),
        new ContentHash(row.getString("content_hash")),
        Arrays.stream((UUID[]) row.getArray("note_ids").getArray()).map(NoteId::new).toList(),
        Optional.ofNullable(row.getObject("consent_id", UUID.class)),
        Optional.ofNullable(row.getString("notice")),
        new StaffId(row.getObject("disclosed_by", UUID.class)),
        row.getObject("disclosed_at", OffsetDateTime.class).toInstant());
  }
}
