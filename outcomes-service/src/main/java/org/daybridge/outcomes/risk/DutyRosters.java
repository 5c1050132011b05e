package org.daybridge.outcomes.risk;

import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import org.daybridge.outcomes.risk.DutyRoster.Desk;
import org.jspecify.annotations.Nullable;

/** The duty roster and those who stand behind it. */
public interface DutyRosters {
  /** Who is on duty at this moment, with the active clinical directors. */
  DutyRoster at(Instant now, LocalTime opens, LocalTime closes);

  UUID add(UUID staff, Desk desk, Instant from, @Nullable Instant to);

  void cancel(UUID shift, Instant at);

  List<Entry> overlapping(Instant from, Instant to, int rows);

  /** One shift as it is kept. */
  record Entry(UUID id, UUID staff, Desk desk, Instant from, @Nullable Instant to) {}
}
