package org.daybridge.records.export.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Map;
import java.util.UUID;
import org.daybridge.contract.intake.PatientId;
import org.daybridge.kit.audit.AuditTrail;
import org.daybridge.kit.http.Page;
import org.daybridge.kit.http.PageRequest;
import org.daybridge.kit.problem.BadRequest;
import org.daybridge.records.export.rest.SignedDocumentResource.SignedDocument;
import org.daybridge.records.signing.CanonicalForm;
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
          + " content_hash from certification where patient_id = :patient union all select"
          + " 'addendum', n.note_id, (a ->> 'number')::int, (a ->> 'at')::timestamptz, a::text,"
          + " a #>> '{hash,value}' from note n, jsonb_array_elements(n.body -> 'addenda') a where"
          + " n.patient_id = :patient and n.state = 'Signed'";

  private final Jdbi jdbi;
  private final ObjectMapper json;

  SignedDocumentQuery(Jdbi jdbi, ObjectMapper json) {
    this.json = json;
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

  private SignedDocument document(ResultSet row) throws SQLException {
    var kind = row.getString("kind");
    var id = row.getObject("id", UUID.class);
    var text = row.getString("canonical");
    return new SignedDocument(
        kind,
        id,
        row.getInt("number"),
        row.getObject("signed_at", OffsetDateTime.class).toInstant(),
        kind.equals("addendum") ? addendum(id, text) : text,
        row.getString("content_hash"));
  }

  /** An addendum lies with its note; its hashed form is written anew from its parts. */
  private String addendum(UUID note, String kept) {
    try {
      var parts = json.readTree(kept);
      var credentials = new ArrayList<String>();
      parts.path("credentials").forEach(each -> credentials.add(each.asText()));
      return CanonicalForm.of(
          Map.of(
              "form", "daybridge-addendum-1",
              "note", note,
              "number", parts.path("number").asInt(),
              "author", parts.path("author").asText(),
              "credentials", credentials,
              "text", parts.path("text").asText(),
              "at", parts.path("at").asText()));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("An addendum of note " + note + " can't be read", e);
    }
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
