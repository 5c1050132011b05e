package org.daybridge.records.export.rest;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.daybridge.contract.intake.PatientId;
import org.daybridge.kit.audit.AuditTrail;
import org.daybridge.kit.http.Page;
import org.daybridge.kit.http.PageRequest;
import org.daybridge.kit.problem.BadRequest;
import org.daybridge.records.export.rest.SignedDocumentResource.SignedDocument;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Signed notes, plan versions and certifications of one patient, by the time of the signature. */
@ApplicationScoped
class SignedDocumentQuery {

  private static final String SIGNED =
      "select 'note' kind, note_id id, 0 number, signed_at, canonical, content_hash from note where"
          + " patient_id = :patient and state = 'Signed' union all select 'treatment-plan', plan_id,"
          + " number, activated_at, canonical, content_hash from treatment_plan_version where"
          + " patient_id = :patient union all select 'personal-plan', personal_plan_id, number,"
          + " signed_at, canonical, content_hash from personal_plan_version where patient_id ="
          + " :patient union all select 'certification', certification_id, 0, signed_at, canonical,"
          + " content_hash from certification where patient_id = :patient";

  private final Jdbi jdbi;

  SignedDocumentQuery(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  Page<SignedDocument> of(PatientId patient, PageRequest page) {
    var after = after(page.after());
    var rows =
        jdbi.withHandle(
            handle ->
                handle
                    .createQuery(
                        "select * from ("
                            + SIGNED
                            + ") signed where cast(:afterAt as timestamptz) is null or (signed_at,"
                            + " id, number) > (:afterAt, cast(:afterId as uuid), :afterNumber)"
                            + " order by signed_at, id, number limit :rows")
                    .bind("patient", patient)
                    .bindByType("afterAt", after.at(), Instant.class)
                    .bindByType("afterId", after.id(), UUID.class)
                    .bind("afterNumber", after.number())
                    .bind("rows", page.rows())
                    .map((row, _) -> document(row))
                    .list());
    rows.forEach(row -> AuditTrail.read(row.kind(), row.id(), patient.value()));
    return Page.of(rows, page, row -> row.signedAt() + "|" + row.id() + "|" + row.number());
  }

  private static SignedDocument document(ResultSet row) throws SQLException {
    return new SignedDocument(
        row.getString("kind"),
        row.getObject("id", UUID.class),
        row.getInt("number"),
        row.getObject("signed_at", OffsetDateTime.class).toInstant(),
        row.getString("canonical"),
        row.getString("content_hash"));
  }

  private record After(@Nullable Instant at, @Nullable UUID id, int number) {}

  private static After after(@Nullable String cursor) {
    if (cursor == null) return new After(null, null, 0);
    try {
      var first = cursor.indexOf('|');
      var last = cursor.lastIndexOf('|');
      return new After(
          OffsetDateTime.parse(cursor.substring(0, Math.max(first, 0))).toInstant(),
          UUID.fromString(cursor.substring(first + 1, Math.max(last, first + 1))),
          Integer.parseInt(cursor.substring(last + 1)));
    } catch (DateTimeException | IllegalArgumentException e) {
      throw BadRequest.field("cursor", "is not one that this list gave");
    }
  }
}
