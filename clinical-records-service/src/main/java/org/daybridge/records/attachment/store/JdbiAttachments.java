package org.daybridge.records.attachment.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.daybridge.contract.records.NoteId;
import org.daybridge.contract.scheduling.StaffId;
import org.daybridge.kit.audit.AuditTrail;
import org.daybridge.kit.decision.NotVisible;
import org.daybridge.kit.identity.Callers;
import org.daybridge.records.attachment.Attachment;
import org.daybridge.records.attachment.Attachments;
import org.daybridge.records.note.Note;
import org.jdbi.v3.core.Jdbi;

@ApplicationScoped
class JdbiAttachments implements Attachments {

  private static final String CALLED = "note-attachment";

  private final Jdbi jdbi;

  JdbiAttachments(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  @Override
  public List<Attachment> of(NoteId note) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "select attachment_id, note_id, type, size, content_hash, added_by, added_at"
                        + " from note_attachment where note_id = :note and not removed order by"
                        + " added_at, attachment_id")
                .bind("note", note)
                .map((row, _) -> attachment(row))
                .list());
  }

  @Override
  public byte[] bytes(NoteId note, UUID id) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "select patient_id, bytes from note_attachment where note_id = :note and"
                        + " attachment_id = :id and not removed")
                .bind("note", note)
                .bind("id", id)
                .map(
                    (row, _) -> {
                      AuditTrail.read(CALLED, id, row.getObject("patient_id", UUID.class));
                      return row.getBytes("bytes");
                    })
                .findOne()
                .orElseThrow(() -> new NotVisible(CALLED, id)));
  }

  @Override
  public void add(Attachment each, Note note, byte[] bytes) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(
                    "insert into note_attachment (attachment_id, note_id, organization_id,"
                        + " patient_id, labels, type, size, content_hash, bytes, added_by,"
                        + " added_at) values (:id, :note, :org, :patient, :labels, :type, :size,"
                        + " :hash, :bytes, :by, :at)")
                .bind("id", each.id())
                .bind("note", each.note())
                .bind("org", Callers.current().organizationId())
                .bind("patient", note.subject().patient())
                .bind("labels", note.subject().labels())
                .bind("type", each.type().name())
                .bind("size", each.size())
                .bind("hash", each.hash())
                .bind("bytes", bytes)
                .bind("by", each.addedBy())
                .bind("at", each.addedAt())
                .execute());
    touch(note);
    AuditTrail.created(CALLED, each.id(), note.subject().patient().value());
  }

  @Override
  public void remove(Note note, UUID id) {
    var removed =
        jdbi.withHandle(
            handle ->
                handle
                    .createUpdate(
                        "update note_attachment set removed = true where note_id = :note and"
                            + " attachment_id = :id")
                    .bind("note", note.id())
                    .bind("id", id)
                    .execute());
    if (removed == 0) throw new NotVisible(CALLED, id);
    touch(note);
    AuditTrail.updated(CALLED, id, note.subject().patient().value());
  }

  private void touch(Note note) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate("update note set row_version = row_version + 1 where note_id = :id")
                .bind("id", note.id())
                .execute());
  }

  private static Attachment attachment(ResultSet row) throws SQLException {
    return new Attachment(
        row.getObject("attachment_id", UUID.class),
        new NoteId(row.getObject("note_id", UUID.class)),
        Attachment.Type.valueOf(row.getString("type")),
        row.getInt("size"),
        row.getString("content_hash"),
        new StaffId(row.getObject("added_by", UUID.class)),
        row.getObject("added_at", OffsetDateTime.class).toInstant());
  }
}
