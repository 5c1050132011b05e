package org.daybridge.records.note.rest;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.UUID;
import org.daybridge.kit.audit.AuditTrail;
import org.daybridge.kit.http.Page;
import org.daybridge.kit.http.PageRequest;
import org.daybridge.kit.identity.Callers;
import org.daybridge.kit.problem.BadRequest;
import org.daybridge.records.note.NoteKind;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** A patient's notes, newest care first: signed ones, and the caller's own drafts. */
@ApplicationScoped
class NoteQuery {

  record Filter(
      @Nullable UUID patientId,
      @Nullable NoteKind kind,
      @Nullable Instant from,
      @Nullable Instant to,
      @Nullable String text) {}

  private final Jdbi jdbi;
  private final Clock clock;

  NoteQuery(Jdbi jdbi, Clock clock) {
    this.clock = clock;
    this.jdbi = jdbi;
  }

  /** Signed notes of the caller's caseload with these words; row-level security minds labels. */
  Page<NoteSummary> ofCaseload(@Nullable String text, PageRequest page) {
    if (text == null || text.isBlank()) throw BadRequest.field("text", "is needed");
    var after = after(page.after());
    var caller = Callers.current();
    var rows =
        jdbi.withHandle(
            handle ->
                handle
                    .createQuery(
                        "with caseload as materialized (select distinct patient_id from"
                            + " access_grant where principal_id = :me and purpose = :purpose and"
                            + " valid_from <= :now and (valid_to is null or valid_to > :now))"
                            + " select n.note_id, n.patient_id, n.kind, n.format, n.session_id,"
                            + " n.started_at, n.minutes, n.author_id, n.state, n.signed_at,"
                            + " n.late_entry, n.awaits_countersignature, n.retraction_asked from"
                            + " caseload join note n using (patient_id) where n.state = 'Signed'"
                            + " and n.search_text @@ websearch_to_tsquery('english', :text) and"
                            + " (cast(:afterAt as timestamptz) is null or (n.started_at, n.note_id)"
                            + " < (:afterAt, cast(:afterId as uuid))) order by n.started_at desc,"
                            + " n.note_id desc limit :rows")
                    .bind("me", caller.principalId())
                    .bind("purpose", caller.purpose())
                    .bind("now", clock.instant())
                    .bind("text", text)
                    .bindByType("afterAt", after.at(), Instant.class)
                    .bindByType("afterId", after.id(), UUID.class)
                    .bind("rows", page.rows())
                    .map((row, _) -> summary(row))
                    .list());
    rows.forEach(row -> AuditTrail.read("note", row.id(), row.patientId()));
    return Page.of(rows, page, row -> row.startedAt() + "|" + row.id());
  }

  Page<NoteSummary> ofPatient(Filter filter, PageRequest page) {
    if (filter.patientId() == null) throw BadRequest.field("patientId", "is needed");
    var after = after(page.after());
    var rows =
        jdbi.withHandle(
            handle ->
                handle
                    .createQuery(
                        "select note_id, patient_id, kind, format, session_id, started_at, minutes,"
                            + " author_id, state, signed_at, late_entry, awaits_countersignature,"
                            + " retraction_asked from note where patient_id = :patient and"
                            + " (state = 'Signed' or (state = 'Draft' and author_id = :me)) and"
                            + " (cast(:kind as text) is null or kind = :kind) and"
                            + " (cast(:from as timestamptz) is null or started_at >= :from) and"
                            + " (cast(:to as timestamptz) is null or started_at < :to) and"
                            + " (cast(:text as text) is null or search_text @@"
                            + " websearch_to_tsquery('english', :text)) and"
                            + " (cast(:afterAt as timestamptz) is null or (started_at, note_id) <"
                            + " (:afterAt, cast(:afterId as uuid))) order by started_at desc, note_id desc"
                            + " limit :rows")
                    .bind("patient", filter.patientId())
                    .bind("me", Callers.current().principalId())
                    .bindByType(
                        "kind", filter.kind() == null ? null : filter.kind().name(), String.class)
                    .bindByType("from", filter.from(), Instant.class)
                    .bindByType("to", filter.to(), Instant.class)
                    .bindByType("text", filter.text(), String.class)
                    .bindByType("afterAt", after.at(), Instant.class)
                    .bindByType("afterId", after.id(), UUID.class)
                    .bind("rows", page.rows())
                    .map((row, _) -> summary(row))
                    .list());
    rows.forEach(row -> AuditTrail.read("note", row.id(), row.patientId()));
    return Page.of(rows, page, row -> row.startedAt() + "|" + row.id());
  }

  private static NoteSummary summary(ResultSet row) throws SQLException {
    var signedAt = row.getObject("signed_at", OffsetDateTime.class);
    return new NoteSummary(
        row.getObject("note_id", UUID.class),
        row.getObject("patient_id", UUID.class),
        row.getString("kind"),
        row.getString("format"),
        row.getObject("session_id", UUID.class),
        row.getObject("started_at", OffsetDateTime.class).toInstant(),
        row.getInt("minutes"),
        row.getObject("author_id", UUID.class),
        row.getString("state").toUpperCase(Locale.ROOT),
        signedAt == null ? null : signedAt.toInstant(),
        row.getBoolean("late_entry"),
        row.getBoolean("awaits_countersignature"),
        row.getBoolean("retraction_asked"));
  }

  private record After(@Nullable Instant at, @Nullable UUID id) {}

  private static After after(@Nullable String cursor) {
    if (cursor == null) return new After(null, null);
    var bar = cursor.indexOf('|');
    try {
      return new After(
          OffsetDateTime.parse(cursor.substring(0, Math.max(bar, 0))).toInstant(),
          UUID.fromString(cursor.substring(bar + 1)));
    } catch (DateTimeException | IllegalArgumentException e) {
      throw BadRequest.field("cursor", "is not one that this list gave");
    }
  }
}
