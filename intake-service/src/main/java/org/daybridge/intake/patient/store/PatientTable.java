package org.daybridge.intake.patient.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.daybridge.contract.intake.PatientId;
import org.daybridge.intake.patient.Patient;
import org.daybridge.intake.patient.Patients;
import org.daybridge.kit.audit.AuditTrail;
import org.daybridge.kit.crypto.FieldCipher;
import org.daybridge.kit.decision.NotVisible;
import org.daybridge.kit.decision.RuleRefused;
import org.daybridge.kit.identity.Caller;
import org.daybridge.kit.identity.Callers;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Update;
import org.jspecify.annotations.Nullable;

/** Patients in the database: names in the clear for search, how to reach them encrypted. */
@ApplicationScoped
class PatientTable implements Patients {
  private final Jdbi jdbi;
  private final FieldCipher cipher;
  private final Clock clock;

  PatientTable(Jdbi jdbi, FieldCipher cipher, Clock clock) {
    this.jdbi = jdbi;
    this.cipher = cipher;
    this.clock = clock;
  }

  @Override
  public Patient require(PatientId id) {
    List<Patient> found = all(List.of(id));
    if (found.isEmpty()) {
      throw new NotVisible("Patient", id.value());
    }
    return found.getFirst();
  }

  @Override
  public List<Patient> all(List<PatientId> ids) {
    UUID[] wanted = ids.stream().map(PatientId::value).toArray(UUID[]::new);
    List<Patient> found =
        jdbi.withHandle(
            handle ->
                handle
                    .createQuery(
                        "select p.*, i.systems, i.sealed from patient p left join lateral ("
                            + " select array_agg(system order by system) as systems,"
                            + " array_agg(value order by system) as sealed"
                            + " from patient_identifier where patient_id = p.patient_id) i on true"
                            + " where p.patient_id = any(:ids) order by p.patient_id")
                    .bind("ids", wanted)
                    .map((row, _) -> patient(row))
                    .list());
    found.forEach(
        patient -> AuditTrail.read("Patient", patient.id().value(), patient.id().value()));
    return found;
  }

  @Override
  public void add(Patient patient) {
    Caller caller = Callers.current();
    jdbi.useHandle(
        handle ->
            bound(
                    handle.createUpdate(
                        "insert into patient (patient_id, organization_id, labels, family_name, given_name, birth_date,"
                            + " sex_code, phone, email, address, preferred_language, discreet_contact, created_at,"
                            + " changed_at, changed_by, version) values (:id, :org, :labels, :family, :given, :birth,"
                            + " :sex, :phone, :email, :address, :language, :discreet, :now, :now, :by, 1)"),
                    patient)
                .bind("org", caller.organizationId())
                .bind("labels", patient.labels())
                .execute());
    patient.identifiers().forEach(identifier -> addIdentifier(patient, identifier));
    AuditTrail.created("Patient", patient.id().value(), patient.id().value());
  }

  @Override
  public void save(Patient patient) {
    int saved =
        jdbi.withHandle(
            handle ->
                bound(
                        handle.createUpdate(
                            "update patient set family_name = :family, given_name = :given, birth_date = :birth,"
                                + " sex_code = :sex, phone = :phone, email = :email, address = :address,"
                                + " preferred_language = :language, discreet_contact = :discreet,"
                                + " deceased_at = :deceased, changed_at = :now, changed_by = :by, version = version + 1"
                                + " where patient_id = :id and version = :version"),
                        patient)
                    .bindByType("deceased", patient.deceasedAt(), Instant.class)
                    .bind("version", patient.version())
                    .execute());
    if (saved == 0) {
      throw RuleRefused.state("changed-meanwhile", "The patient was changed meanwhile.");
    }
    AuditTrail.updated("Patient", patient.id().value(), patient.id().value());
  }

  @Override
  public Optional<PatientId> withIdentifier(
      List<Patient.Identifier> identifiers, LocalDate birthDate) {
    for (Patient.Identifier identifier : identifiers) {
      List<UUID> found =
          jdbi.withHandle(
              handle ->
                  handle
                      .createQuery(
                          "select p.patient_id from patient_identifier i join patient p using (patient_id)"
                              + " where i.system = :system and i.value_index = :index and p.birth_date = :birth limit 2")
                      .bind("system", identifier.system())
                      .bind("index", index(identifier))
                      .bind("birth", birthDate)
                      .mapTo(UUID.class)
                      .list());
      if (found.size() == 1) {
        return Optional.of(new PatientId(found.getFirst()));
      }
    }
    return Optional.empty();
  }

  @Override
  public List<PatientId> named(Patient.Name name, LocalDate birthDate) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "select patient_id from patient where lower(family_name) = :family"
                        + " and lower(given_name) = :given and birth_date = :birth limit 5")
                .bind("family", name.family().toLowerCase(Locale.ROOT))
                .bind("given", name.given().toLowerCase(Locale.ROOT))
                .bind("birth", birthDate)
                .map((row, _) -> new PatientId(row.getObject("patient_id", UUID.class)))
                .list());
  }

  @Override
  public void label(PatientId id, int labels) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(
                    "update patient set labels = labels | :labels where patient_id = :id and labels & :labels <> :labels")
                .bind("labels", labels)
                .bind("id", id)
                .execute());
  }

  private Update bound(Update update, Patient patient) {
    UUID id = patient.id().value();
    return update
        .bind("id", id)
        .bind("family", patient.name().family())
        .bind("given", patient.name().given())
        .bind("birth", patient.birthDate())
        .bind("sex", patient.sex().code())
        .bindByType("phone", sealed(patient.contact().phone(), "phone", id), byte[].class)
        .bindByType("email", sealed(patient.contact().email(), "email", id), byte[].class)
        .bindByType("address", sealed(patient.contact().address(), "address", id), byte[].class)
        .bindByType("language", patient.contact().preferredLanguage(), String.class)
        .bind("discreet", patient.contact().discreet())
        .bind("now", clock.instant())
        .bind("by", Callers.current().principalId());
  }

  private void addIdentifier(Patient patient, Patient.Identifier identifier) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(
                    "insert into patient_identifier (patient_id, organization_id, labels, system, value_index, value)"
                        + " values (:id, :org, :labels, :system, :index, :value) on conflict do nothing")
                .bind("id", patient.id())
                .bind("org", Callers.current().organizationId())
                .bind("labels", patient.labels())
                .bind("system", identifier.system())
                .bind("index", index(identifier))
                .bind(
                    "value",
                    cipher.encrypt(
                        identifier.value(), "patient_identifier.value." + patient.id().value()))
                .execute());
  }

  private byte[] index(Patient.Identifier identifier) {
    return cipher.blindIndex(identifier.value(), "patient_identifier." + identifier.system());
  }

  private byte @Nullable [] sealed(@Nullable String text, String column, UUID id) {
    return text == null ? null : cipher.encrypt(text, "patient." + column + "." + id);
  }

  private @Nullable String opened(byte @Nullable [] sealed, String column, UUID id) {
    return sealed == null ? null : cipher.decrypt(sealed, "patient." + column + "." + id);
  }

  private Patient patient(ResultSet row) throws SQLException {
    UUID id = row.getObject("patient_id", UUID.class);
    OffsetDateTime deceased = row.getObject("deceased_at", OffsetDateTime.class);
    return new Patient(
        new PatientId(id),
        new Patient.Name(row.getString("family_name"), row.getString("given_name")),
        row.getObject("birth_date", LocalDate.class),
        Patient.Sex.valueOf(row.getString("sex_code").toUpperCase(Locale.ROOT)),
        new Patient.Contact(
            opened(row.getBytes("phone"), "phone", id),
            opened(row.getBytes("email"), "email", id),
            opened(row.getBytes("address"), "address", id),
            row.getString("preferred_language"),
            row.getBoolean("discreet_contact")),
        identifiers(row, id),
        row.getInt("labels"),
        deceased == null ? null : deceased.toInstant(),
        row.getLong("version"));
  }

  private List<Patient.Identifier> identifiers(ResultSet row, UUID id) throws SQLException {
    Array systems = row.getArray("systems");
    if (systems == null) {
      return List.of();
    }
    String[] named = (String[]) systems.getArray();
    byte[][] sealed = (byte[][]) row.getArray("sealed").getArray();
    return IntStream.range(0, named.length)
        .mapToObj(
            place ->
                new Patient.Identifier(
                    named[place], cipher.decrypt(sealed[place], "patient_identifier.value." + id)))
        .toList();
  }
}
