package org.daybridge.records.note.store;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.daybridge.contract.records.NoteId;
import org.daybridge.kit.audit.AuditTrail;
import org.daybridge.kit.decision.NotVisible;
import org.daybridge.kit.identity.Callers;
import org.daybridge.records.note.Note;
import org.daybridge.records.note.NoteKind;
import org.daybridge.records.note.Notes;
import org.daybridge.records.note.SignedNotes;
import org.daybridge.records.signing.Versioned;
import org.daybridge.records.signing.store.StateJson;

/**
 * Notes in PostgreSQL. A retracted or discarded one is as good as absent, and so is a draft of
 * others.
 */
@ApplicationScoped
class PanacheNotes implements Notes, PanacheRepositoryBase<NoteRow, UUID> {

  private static final Instant EARLIEST = Instant.parse("1900-01-01T00:00:00Z");
  private static final Instant LATEST = Instant.parse("9999-01-01T00:00:00Z");

  private final StateJson json;
  private final Clock clock;

  PanacheNotes(StateJson json, Clock clock) {
    this.json = json;
    this.clock = clock;
  }

  @Override
  public Versioned<Note> require(NoteId id) {
    return find(id).orElseThrow(() -> new NotVisible("note", id.value()));
  }

  @Override
  public Optional<Versioned<Note>> find(NoteId id) {
    var found = findByIdOptional(id.value()).filter(PanacheNotes::visible);
    found.ifPresent(row -> AuditTrail.read("note", row.noteId, row.patientId));
    return found.map(this::kept);
  }

  private Versioned<Note> kept(NoteRow row) {
    return new Versioned<>(row.toDomain(json), row.rowVersion, row.updatedAt);
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
  public Versioned<Note> add(Note note) {
    var row = new NoteRow();
    row.take(note, Callers.current().organizationId(), clock.instant(), json);
    persistAndFlush(row);
    AuditTrail.created("note", row.noteId, row.patientId);
    return new Versioned<>(note, row.rowVersion, row.updatedAt);
  }

  @Override
  public List<Versioned<Note>> signed(SignedNotes asked) {
    var kinds = asked.kinds().isEmpty() ? EnumSet.allOf(NoteKind.class) : asked.kinds();
    var rows =
        find(
                "patientId = :patient and state = 'Signed' and kind in :kinds"
                    + " and signedAt >= :signedFrom and signedAt < :signedTo"
                    + " and startedAt >= :careFrom and startedAt < :careTo and noteId > :after",
                Sort.by("noteId"),
                Map.of(
                    "patient", asked.patient().value(),
                    "kinds", kinds.stream().map(Enum::name).toList(),
                    "signedFrom", asked.signedFrom().orElse(EARLIEST),
                    "signedTo", asked.signedTo().orElse(LATEST),
                    "careFrom", asked.careFrom().orElse(EARLIEST),
                    "careTo", asked.careTo().orElse(LATEST),
                    "after", asked.after().orElse(new UUID(0, 0))))
            .page(0, asked.limit())
            .list();
    rows.forEach(row -> AuditTrail.read("note", row.noteId, row.patientId));
    return rows.stream().map(this::kept).toList();
  }

  @Override
  public Versioned<Note> save(Note note, int version) {
    var row = findById(note.id().value());
    if (row.rowVersion != version) throw new NotVisible("note", note.id().value());
    row.take(note, row.organizationId, clock.instant(), json);
    flush();
    AuditTrail.updated("note", row.noteId, row.patientId);
    return new Versioned<>(note, row.rowVersion, row.updatedAt);
  }
}
