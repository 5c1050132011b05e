package org.daybridge.records.groupnote;

import java.time.Instant;
import java.util.Optional;
import org.daybridge.contract.scheduling.StaffId;

/** What the leader of a group asks of its note. */
public sealed interface GroupNoteCommand {

  StaffId by();

  record Narrate(StaffId by, String text) implements GroupNoteCommand {}

  record WriteSection(StaffId by, IndividualSection section) implements GroupNoteCommand {}

  record Close(StaffId by, GateLimits limits, Optional<LikenessOverride> override, Instant at)
      implements GroupNoteCommand {}
}
