package org.daybridge.records.groupnote.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.daybridge.records.groupnote.GroupNote;
import org.daybridge.records.groupnote.GroupNote.State.Closed;
import org.daybridge.records.groupnote.LikenessOverride;
import org.jspecify.annotations.Nullable;

/** A group note without its sections, which are rows of their patients. */
@Entity
@Table(name = "group_note")
class GroupNoteRow {
  @Id UUID groupNoteId;
  @Version int rowVersion;
  UUID organizationId;
  UUID sessionId;
  UUID leaderId;

  @Column(columnDefinition = "text")
  String narrative;

  String state;
  @Nullable Instant closedAt;
  @Nullable String overrideReason;
  Instant updatedAt;

  void take(GroupNote note, UUID organization, Instant now) {
    groupNoteId = note.id().value();
    organizationId = organization;
    sessionId = note.session().value();
    leaderId = note.leader().value();
    narrative = note.narrative();
    state = note.state().getClass().getSimpleName();
    updatedAt = now;
    if (note.state() instanceof Closed(var at, var override)) {
      closedAt = at;
      overrideReason = override.map(LikenessOverride::reason).orElse(null);
    }
  }
}
