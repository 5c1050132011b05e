package org.daybridge.records.note;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.daybridge.contract.scheduling.SessionId;

/** What the note is about: a session that scheduling knows, or a contact outside the schedule. */
public sealed interface Occasion {

  Instant startedAt();

  Instant endedAt();

  Map<String, ?> canonical();

  default Optional<SessionId> session() {
    return this instanceof Session(var session, _, _) ? Optional.of(session) : Optional.empty();
  }

  record Session(SessionId id, Instant startedAt, Instant endedAt) implements Occasion {
    @Override
    public Map<String, ?> canonical() {
      return Map.of("session", id.value(), "startedAt", startedAt, "endedAt", endedAt);
    }
  }

  record Contact(Instant startedAt, int minutes) implements Occasion {
    @Override
    public Instant endedAt() {
      return startedAt.plus(Duration.ofMinutes(minutes));
    }

    @Override
    public Map<String, ?> canonical() {
      return Map.of("startedAt", startedAt, "minutes", minutes);
    }
  }
}
