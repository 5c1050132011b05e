package org.daybridge.intake.patient.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.daybridge.contract.intake.PatientId;
import org.daybridge.intake.patient.PatientFhirSearch;
import org.daybridge.kit.crypto.FieldCipher;
import org.daybridge.kit.decision.NotVisible;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** FHIR searches for patients; row-level security leaves what the caller may see. */
@ApplicationScoped
class PatientFhirRows implements PatientFhirSearch {
  private static final String SQL =
      "select p.patient_id from patient p where (:id::uuid is null or p.patient_id = :id)"
          + " and (:name::text is null or lower(p.family_name) like :name or lower(p.given_name) like :name)"
          + " and (:family::text is null or lower(p.family_name) like :family)"
          + " and (:given::text is null or lower(p.given_name) like :given)"
          + " and (:from::date is null or p.birth_date >= :from)"
          + " and (:before::date is null or p.birth_date < :before)"
          + " and (cardinality(:genders) = 0 or p.sex_code = any(:genders))"
          + " and (cardinality(:indexes) = 0 or exists (select 1 from patient_identifier i"
          + " where i.patient_id = p.patient_id and i.value_index = any(:indexes)))"
          + " and (:after::uuid is null or p.patient_id > :after) order by p.patient_id limit :rows";

  private final Jdbi jdbi;
  private final FieldCipher cipher;

  PatientFhirRows(Jdbi jdbi, FieldCipher cipher) {
    this.jdbi = jdbi;
    this.cipher = cipher;
    jdbi.registerArrayType(byte[].class, "bytea");
  }

  @Override
  public List<PatientId> find(Criteria criteria) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(SQL)
                .bindByType("id", criteria.id(), UUID.class)
                .bindByType("name", start(criteria.name()), String.class)
                .bindByType("family", start(criteria.family()), String.class)
                .bindByType("given", start(criteria.given()), String.class)
                .bindByType("from", day(criteria.bornFrom()), LocalDate.class)
                .bindByType("before", day(criteria.bornBefore()), LocalDate.class)
                .bind("genders", criteria.genders().toArray(String[]::new))
                .bind("indexes", indexes(criteria.identifiers()))
                .bindByType("after", criteria.after(), UUID.class)
                .bind("rows", criteria.rows())
                .map((row, _) -> new PatientId(row.getObject("patient_id", UUID.class)))
                .list());
  }

  @Override
  public Change changeOf(PatientId id) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery("select changed_at, changed_by from patient where patient_id = :id")
                .bind("id", id)
                .map(
                    (row, _) ->
                        new Change(
                            row.getObject("changed_at", OffsetDateTime.class).toInstant(),
                            row.getObject("changed_by", UUID.class)))
                .findOne()
                .orElseThrow(() -> new NotVisible("Patient", id.value())));
  }

  /** The index is kept per system, so that one system's number never finds another's. */
  private byte[][] indexes(List<Identifier> identifiers) {
    return identifiers.stream()
        .filter(identifier -> identifier.system() != null)
        .map(
            identifier ->
                cipher.blindIndex(identifier.value(), "patient_identifier." + identifier.system()))
        .toArray(byte[][]::new);
  }

  private static @Nullable String start(@Nullable String text) {
    return text == null
        ? null
        : text.toLowerCase(Locale.ROOT)
                .replace("\\", "\\\\")
                .replace("%", "\\%")
                .replace("_", "\\_")
            + "%";
  }

  private static @Nullable LocalDate day(@Nullable Instant at) {
    return at == null ? null : LocalDate.ofInstant(at, ZoneOffset.UTC);
  }
}
