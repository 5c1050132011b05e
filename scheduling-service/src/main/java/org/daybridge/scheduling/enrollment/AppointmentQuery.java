package org.daybridge.scheduling.enrollment;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads seats as appointments: one for each patient, because the status is the patient's. */
public interface AppointmentQuery {
  Optional<BookedSession> find(UUID enrollment);

  List<BookedSession> search(Criteria criteria);

  /** What is searched for; what is null does not filter. */
  record Criteria(
      @Nullable UUID id,
      @Nullable UUID patient,
      @Nullable UUID practitioner,
      @Nullable UUID location,
      @Nullable Instant from,
      @Nullable Instant to,
      List<String> statuses,
      @Nullable UUID after,
      int rows) {
    public Criteria {
      statuses = List.copyOf(statuses);
    }
  }

  /**
   * A seat with its session.
   *
   * @param status in the words of FHIR's AppointmentStatus
   */
  record BookedSession(
      UUID enrollment,
      UUID patient,
      int labels,
      String status,
      UUID session,
      String type,
      String typeName,
      UUID site,
      String modality,
      Instant start,
      Instant end,
      List<UUID> facilitators,
      @Nullable String reason,
      Instant createdAt,
      @Nullable Instant cancelledAt,
      @Nullable UUID bookedBy) {

    public Instant changedAt() {
      return cancelledAt == null ? createdAt : cancelledAt;
    }
  }
}
