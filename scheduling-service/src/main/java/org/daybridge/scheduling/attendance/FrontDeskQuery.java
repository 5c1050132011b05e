package org.daybridge.scheduling.attendance;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the front desk looks at: who is expected today, who has come, whom to call. */
public interface FrontDeskQuery {
  List<Arrival> arrivals(UUID site, Instant from, Instant to);

  /** One person at one session of the day. */
  record Arrival(
      UUID sessionId,
      String type,
      @Nullable UUID roomId,
      Instant startsAt,
      LocalDateTime localStart,
      UUID patientId,
      String status,
      boolean late,
      boolean open,
      boolean atRisk,
      boolean beingCalled) {}
}
