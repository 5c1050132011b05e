package org.daybridge.scheduling.attendance;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads attendances as encounters: what took place, one for each patient. */
public interface EncounterQuery {
  Optional<AttendedSession> find(UUID attendance);

  List<AttendedSession> search(Criteria criteria);

  /** What is searched for; what is null does not filter. */
  record Criteria(
      @Nullable UUID id,
      @Nullable UUID patient,
      @Nullable UUID location,
      @Nullable Instant from,
      @Nullable Instant to,
      List<String> types,
      List<String> statuses,
      List<String> classes,
      @Nullable UUID after,
      int rows) {
    public Criteria {
      types = List.copyOf(types);
      statuses = List.copyOf(statuses);
      classes = List.copyOf(classes);
    }
  }

  /**
   * Somebody's attendance with its session.
   *
   * @param status in the words of FHIR's EncounterStatus
   * @param place the class of the encounter: AMB, or VR for telehealth
   */
  record AttendedSession(
      UUID attendance,
      UUID patient,
      int labels,
      @Nullable UUID episode,
      UUID session,
      String type,
      String typeName,
      UUID site,
      String status,
      String place,
      Instant start,
      Instant end,
      int minutes,
      List<UUID> facilitators) {}
}
