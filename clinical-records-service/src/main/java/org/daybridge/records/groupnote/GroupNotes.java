package org.daybridge.records.groupnote;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.daybridge.contract.intake.PatientId;
import org.daybridge.contract.scheduling.SessionId;
import org.daybridge.records.signing.Versioned;

/** The group notes that the caller leads. */
public interface GroupNotes {

  Versioned<GroupNote> require(GroupNoteId id);

  Optional<GroupNoteId> ofSession(SessionId session);

  Versioned<GroupNote> add(GroupNote note);

  Versioned<GroupNote> save(GroupNote note, int version);

  /** What was written of each patient in their latest group notes. */
  Map<PatientId, List<String>> earlierTexts(Set<PatientId> patients);
}
