package org.daybridge.scheduling.session;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.daybridge.contract.scheduling.SeriesId;
import org.daybridge.scheduling.session.SessionPlan.Modality;

/**
 * A session as people ask for it, in the codes of the register.
 *
 * @param capacity wanted seats, or none for the most that the rule and the room allow
 */
public record Wish(
    Optional<SeriesId> series,
    Optional<LocalDateTime> occurrence,
    Optional<String> track,
    String type,
    String site,
    Optional<String> room,
    Modality modality,
    Instant start,
    int minutes,
    Optional<Integer> capacity,
    List<String> facilitators) {
  public Wish {
    facilitators = List.copyOf(facilitators);
  }
}
