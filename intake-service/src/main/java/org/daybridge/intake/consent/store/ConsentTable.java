package org.daybridge.intake.consent.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.daybridge.contract.intake.ConsentId;
import org.daybridge.contract.intake.ConsentType;
import org.daybridge.contract.intake.PatientId;
import org.daybridge.intake.consent.Consent;
import org.daybridge.intake.consent.Consents;
import org.daybridge.kit.audit.AuditTrail;
import org.daybridge.kit.decision.NotVisible;
import org.daybridge.kit.decision.RuleRefused;
import org.daybridge.kit.identity.Caller;
import org.daybridge.kit.identity.Callers;
import org.jdbi.v3.core.Jdbi;

/** Consents in the database. */
@ApplicationScoped
class ConsentTable implements Consents {
  private final Jdbi jdbi;
  private final ObjectMapper json;

  ConsentTable(Jdbi jdbi, ObjectMapper json) {
    this.jdbi = jdbi;
    this.json = json;
  }

  @Override
  public Consent require(ConsentId id) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery("select * from consent where consent_id = :id")
                .bind("id", id)
                .map((row, _) -> consent(row))
                .findOne()
                .orElseThrow(() -> new NotVisible("Consent", id.value())));
  }

  @Override
  public List<Consent> of(PatientId patient) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "select * from consent where patient_id = :patient order by consent_id desc limit 200")
                .bind("patient", patient)
                .map((row, _) -> consent(row))
                .list());
  }

  @Override
  public boolean holds(PatientId patient, ConsentType type, LocalDate day) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "select exists (select 1 from consent where patient_id = :patient and consent_type = :type"
                        + " and revoked_at is null and (expires_on is null or expires_on >= :day))")
                .bind("patient", patient)
                .bind("type", type.name())
                .bind("day", day)
                .mapTo(Boolean.class)
                .one());
  }

  @Override
  public void add(Consent consent) {
    Caller caller = Callers.current();
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(
                    "insert into consent (consent_id, organization_id, patient_id, labels, consent_type,"
                        + " document_version, language, elements, recipient_class, signed_by, signed_at, expires_on,"
                        + " recorded_by, version) values (:id, :org, :patient, :labels, :type, :document, :language,"
                        + " :elements::jsonb, :class, :signedBy, :signedAt, :expires, :by, 1)")
                .bind("id", consent.id())
                .bind("org", caller.organizationId())
                .bind("patient", consent.patient())
                .bind("labels", consent.labels())
                .bind("type", consent.type().name())
                .bind("document", consent.document().textVersion())
                .bind("language", consent.document().language())
                .bind("elements", elements(consent.terms()))
                .bindByType(
                    "class",
                    consent.terms() instanceof Consent.Terms.Disclosure terms
                        ? terms.recipientClass()
                        : null,
                    String.class)
                .bind("signedBy", consent.document().signedBy())
                .bind("signedAt", consent.signedAt())
                .bindByType("expires", consent.expiresOn(), LocalDate.class)
                .bind("by", caller.principalId())
                .execute());
    AuditTrail.created("Consent", consent.id().value(), consent.patient().value());
  }

  @Override
  public void save(Consent consent) {
    int saved =
        jdbi.withHandle(
            handle ->
                handle
                    .createUpdate(
                        "update consent set revoked_at = :revoked, version = version + 1"
                            + " where consent_id = :id and version = :version")
                    .bindByType("revoked", consent.revokedAt(), java.time.Instant.class)
                    .bind("id", consent.id())
                    .bind("version", consent.version())
                    .execute());
    if (saved == 0) {
      throw RuleRefused.state("changed-meanwhile", "The consent was changed meanwhile.");
    }
    AuditTrail.updated("Consent", consent.id().value(), consent.patient().value());
  }

  private Consent consent(ResultSet row) throws SQLException {
    UUID id = row.getObject("consent_id", UUID.class);
    UUID patient = row.getObject("patient_id", UUID.class);
    AuditTrail.read("Consent", id, patient);
    OffsetDateTime revoked = row.getObject("revoked_at", OffsetDateTime.class);
    return new Consent(
        new ConsentId(id),
        new PatientId(patient),
        new Consent.Document(
            row.getString("document_version"),
            row.getString("language"),
            row.getString("signed_by")),
        terms(ConsentType.valueOf(row.getString("consent_type")), row.getString("elements")),
        row.getObject("signed_at", OffsetDateTime.class).toInstant(),
        row.getObject("expires_on", LocalDate.class),
        revoked == null ? null : revoked.toInstant(),
        row.getInt("labels"),
        row.getLong("version"));
  }

  private Consent.Terms terms(ConsentType type, String elements) {
    try {
      return switch (type) {
        case TREATMENT -> new Consent.Terms.Treatment();
        case PART2_DISCLOSURE -> json.readValue(elements, Consent.Terms.Disclosure.class);
      };
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Stored consent elements can't be read", e);
    }
  }

  private String elements(Consent.Terms terms) {
    try {
      return terms instanceof Consent.Terms.Disclosure disclosure
          ? json.writeValueAsString(disclosure)
          : "{}";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Consent elements can't be written", e);
    }
  }
}
