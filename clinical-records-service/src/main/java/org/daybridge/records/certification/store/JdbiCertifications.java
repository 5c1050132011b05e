package org.daybridge.records.certification.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.daybridge.contract.intake.EpisodeId;
import org.daybridge.contract.intake.PatientId;
import org.daybridge.contract.scheduling.StaffId;
import org.daybridge.kit.audit.AuditTrail;
import org.daybridge.kit.identity.Callers;
import org.daybridge.records.certification.Certification;
import org.daybridge.records.certification.Certification.Kind;
import org.daybridge.records.certification.CertificationId;
import org.daybridge.records.certification.Certifications;
import org.daybridge.records.signing.ContentHash;
import org.jdbi.v3.core.Jdbi;

/** Certifications: rows that are only added. */
@ApplicationScoped
class JdbiCertifications implements Certifications {

  private final Jdbi jdbi;

  JdbiCertifications(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  @Override
  public void add(Certification each) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(
                    "insert into certification (certification_id, organization_id, patient_id,"
                        + " labels, episode_id, kind, from_day, through_day, hours_per_week,"
                        + " statement, physician_id, credentials, signed_at, canonical,"
                        + " content_hash) values (:id, :org, :patient, :labels, :episode, :kind,"
                        + " :from, :through, :hours, :statement, :physician, :credentials,"
                        + " :signedAt, :canonical, :hash)")
                .bind("id", each.id())
                .bind("org", Callers.current().organizationId())
                .bind("patient", each.patient())
                .bind("labels", each.labels())
                .bind("episode", each.episode())
                .bind("kind", each.kind().name())
                .bind("from", each.from())
                .bind("through", each.through())
                .bind("hours", each.hoursPerWeek())
                .bind("statement", each.statement())
                .bind("physician", each.physician())
                .bindArray("credentials", String.class, each.credentials())
                .bind("signedAt", each.signedAt())
                .bind("canonical", each.canonical())
                .bind("hash", each.hash().value())
                .execute());
    AuditTrail.created("certification", each.id().value(), each.patient().value());
  }

  @Override
  public Optional<Certification> last(EpisodeId episode) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "select * from certification where episode_id = :episode"
                        + " order by from_day desc limit 1")
                .bind("episode", episode)
                .map((row, _) -> certification(row))
                .findOne());
  }

  @Override
  public List<Certification> ofPatient(PatientId patient) {
    var found =
        jdbi.withHandle(
            handle ->
                handle
                    .createQuery(
                        "select * from certification where patient_id = :patient"
                            + " order by from_day desc limit 200")
                    .bind("patient", patient)
                    .map((row, _) -> certification(row))
                    .list());
    found.forEach(
        each -> AuditTrail.read("certification", each.id().value(), each.patient().value()));
    return found;
  }

  @Override
  public boolean covered(EpisodeId episode, LocalDate day) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "select exists (select 1 from certification where episode_id = :episode and"
                        + " :day between from_day and through_day)")
                .bind("episode", episode)
                .bind("day", day)
                .mapTo(Boolean.class)
                .one());
  }

  @Override
  public Optional<Certification> find(CertificationId id) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery("select * from certification where certification_id = :id")
                .bind("id", id)
                .map((row, _) -> certification(row))
                .findOne());
  }

  @Override
  public void lapsed(Certification each) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(
                    "insert into certification_lapse (certification_id, organization_id,"
                        + " patient_id, labels, lapsed_on) values (:id, :org, :patient, :labels,"
                        + " :on) on conflict do nothing")
                .bind("id", each.id())
                .bind("org", Callers.current().organizationId())
                .bind("patient", each.patient())
                .bind("labels", each.labels())
                .bind("on", each.lapsesOn())
                .execute());
  }

  private static Certification certification(ResultSet row) throws SQLException {
    return new Certification(
        new CertificationId(row.getObject("certification_id", UUID.class)),
        new PatientId(row.getObject("patient_id", UUID.class)),
        new EpisodeId(row.getObject("episode_id", UUID.class)),
        row.getInt("labels"),
        Kind.valueOf(row.getString("kind")),
        row.getObject("from_day", LocalDate.class),
        row.getObject("through_day", LocalDate.class),
        row.getInt("hours_per_week"),
        row.getString("statement"),
        new StaffId(row.getObject("physician_id", UUID.class)),
        List.of((String[]) row.getArray("credentials").getArray()),
        row.getObject("signed_at", OffsetDateTime.class).toInstant(),
        row.getString("canonical"),
        new ContentHash(row.getString("content_hash")));
  }
}
