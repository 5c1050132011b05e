package org.daybridge.intake.waitlist;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.daybridge.contract.intake.TrackId;
import org.jspecify.annotations.Nullable;

/** The lines before the tracks, as far as the caller sees those who stand in them. */
public interface Waitlist {
  void add(WaitlistEntry entry);

  /** Held for a change until the transaction ends. */
  WaitlistEntry require(UUID id);

  void save(WaitlistEntry entry);

  void remove(WaitlistEntry entry, WaitlistEntry.Removal reason, Instant now);

  void interimServices(WaitlistEntry entry, Set<WaitlistEntry.Interim> given, Instant at);

  /** Those whose referral is under way, in their order. */
  List<WaitlistEntry> line(TrackId track, int rows, @Nullable String after);

  /** How many wait, and how long. */
  Summary summary(TrackId track, Instant now);

  /** Days are whole ones; without anybody they are zero. */
  record Summary(int waiting, int medianDays, int longestDays) {}
}
