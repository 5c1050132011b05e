package org.daybridge.records.note.store;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.UUID;
import org.daybridge.contract.records.NoteId;
import org.daybridge.kit.audit.AuditTrail;
import org.daybridge.kit.decision.NotVisible;
import org.daybridge.kit.identity.Callers;
import org.daybridge.records.note.Note;
import org.daybridge.records.note.Notes;
import org.daybridge.records.signing.Versioned;
import org.daybridge.records.signing.store.StateJson;

/**
 * Notes in PostgreSQL. A retracted or discarded one is as good as absent, and so is a draft of
 * others.
 */
@ApplicationScoped
class PanacheNotes implements Notes, PanacheRepositoryBase<NoteRow, UUID> {

  private final StateJson json;
  private final Clock clock;

  PanacheNotes(StateJson json, Clock clock) {
    this.json = json;
    this.clock = clock;
  }

  @Override
  public Versioned<Note> require(NoteId id) {
    var row = findById(id.value());
    if (row == null || !visible(row)) throw new NotVisible("note", id.value());
    AuditTrail.read("note", id.value(), row.patientId);
    return new Versioned<>(row.toDomain(json), row.rowVersion);
  }

  private static boolean visible(NoteRow row) {
    var caller = Callers.current();
    return switch (row.state) {
      case "Signed" -> true;
      case "Draft" ->
          row.authorId.equals(caller.principalId())
              || caller.hasRole("supervisor")
              || caller.hasRole("clinical_director");
      default -> false;
    };
  }

  @Override
  public int add(Note note) {
    var row = new NoteRow();
    row.take(note, Callers.current().organizationId(), clock.instant(), json);
    persistAndFlush(row);
    AuditTrail.created("note", row.noteId, row.patientId);
    return row.rowVersion;
  }

  @Override
  public int save(Note note, int version) {
    var row = findById(note.id().value());
    if (row.rowVersion != version) throw new NotVisible("note", note.id().value());
    row.take(note, row.organizationId, clock.instant(), json);
    flush();
    AuditTrail.updated("note", row.noteId, row.patientId);
    return row.rowVersion;
  }
}
