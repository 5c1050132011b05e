package org.daybridge.scheduling.session;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.daybridge.contract.scheduling.RoomId;
import org.daybridge.contract.scheduling.SeriesId;
import org.daybridge.contract.scheduling.SiteId;
import org.daybridge.contract.scheduling.StaffId;

/**
 * What was planned: when, where, with whom, for how many.
 *
 * @param series the series of which this is one occasion
 * @param occurrence the wall-clock time that the series names, which stays when the session is
 *     moved
 * @param track the track whose members attend
 */
public record SessionPlan(
    Optional<SeriesId> series,
    Optional<LocalDateTime> occurrence,
    Optional<String> track,
    String type,
    SiteId site,
    Optional<RoomId> room,
    ZoneId zone,
    Modality modality,
    Instant start,
    Instant end,
    int capacity,
    List<StaffId> facilitators) {

  /** How people meet. */
  public enum Modality {
    IN_PERSON,
    TELEHEALTH,
    HYBRID
  }

  public SessionPlan {
    facilitators = List.copyOf(facilitators);
  }

  /** The date on the wall clock of the site. */
  public LocalDate day() {
    return start.atZone(zone).toLocalDate();
  }

  SessionPlan movedTo(
      Instant newStart, Instant newEnd, Optional<RoomId> newRoom, List<StaffId> newFacilitators) {
    return new SessionPlan(
        series,
        occurrence,
        track,
        type,
        site,
        newRoom,
        zone,
        modality,
        newStart,
        newEnd,
        capacity,
        newFacilitators);
  }
}
