package org.daybridge.scheduling.calendar;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The feeds that somebody subscribed to, and what is in them. */
public interface CalendarFeeds {
  void add(Feed feed, byte[] tokenHash);

  Optional<Feed> byToken(byte[] tokenHash);

  Optional<Feed> find(UUID id);

  void revoke(UUID id, Instant at);

  List<CalendarEvent> events(Feed feed, Instant from, Instant to);

  /** Whose calendar it is. */
  enum Owner {
    PATIENT,
    STAFF
  }

  /** One subscription. */
  record Feed(UUID id, Owner owner, UUID ownerId, boolean busyOnly, Instant createdAt) {}
}
