package org.daybridge.records.note.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.daybridge.contract.intake.EpisodeId;
import org.daybridge.contract.intake.PatientId;
import org.daybridge.contract.records.NoteId;
import org.daybridge.contract.scheduling.SessionId;
import org.daybridge.contract.scheduling.StaffId;
import org.daybridge.records.note.Note;
import org.daybridge.records.note.NoteFormat;
import org.daybridge.records.note.NoteKind;
import org.daybridge.records.note.Occasion;
import org.daybridge.records.note.Subject;
import org.daybridge.records.signing.store.StateJson;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A note as a row: columns for what is searched, one document for its state. */
@Entity
@Table(name = "note")
class NoteRow {
  @Id UUID noteId;
  @Version int rowVersion;
  UUID organizationId;
  UUID patientId;
  int labels;
  UUID episodeId;
  String kind;
  String format;
  @Nullable UUID sessionId;
  Instant startedAt;
  Instant endedAt;
  UUID authorId;
  String state;
  int minutes;
  boolean lateEntry;
  boolean awaitsCountersignature;
  boolean retractionAsked;
  @Nullable Instant signedAt;
  Instant updatedAt;

  @Nullable
  @Column(columnDefinition = "text")
  String canonical;

  @Nullable String contentHash;

  @JdbcTypeCode(SqlTypes.JSON)
  String body;

  void take(Note note, UUID organization, Instant now, StateJson json) {
    noteId = note.id().value();
    organizationId = organization;
    patientId = note.subject().patient().value();
    labels = note.subject().labels();
    episodeId = note.subject().episode().value();
    kind = note.kind().name();
    format = note.format().name();
    sessionId = note.occasion().session().map(SessionId::value).orElse(null);
    startedAt = note.occasion().startedAt();
    endedAt = note.occasion().endedAt();
    authorId = note.author().value();
    state = note.state().getClass().getSimpleName();
    updatedAt = now;
    body = json.write(note.state());
    switch (note.state()) {
      case Note.Draft draft -> minutes = draft.latest().content().minutes();
      case Note.Discarded _ -> minutes = 0;
      case Note.Signed signed -> take(signed);
      case Note.Retracted _ -> {
        awaitsCountersignature = false;
        retractionAsked = false;
      }
    }
  }

  private void take(Note.Signed signed) {
    var text = signed.text();
    minutes = text.content().minutes();
    lateEntry = text.lateEntry();
    awaitsCountersignature = signed.awaitsCountersignature();
    retractionAsked = signed.asked().isPresent();
    signedAt = text.signedAt();
    canonical = text.canonical();
    contentHash = text.hash().value();
  }

  Note toDomain(StateJson json) {
    var occasion =
        sessionId == null
            ? new Occasion.Contact(
                startedAt, Math.toIntExact(Duration.between(startedAt, endedAt).toMinutes()))
            : new Occasion.Session(new SessionId(sessionId), startedAt, endedAt);
    return new Note(
        new NoteId(noteId),
        new Subject(new PatientId(patientId), new EpisodeId(episodeId), labels),
        NoteKind.valueOf(kind),
        NoteFormat.valueOf(format),
        occasion,
        new StaffId(authorId),
        json.read(body, Note.State.class));
  }
}
