package org.daybridge.scheduling.session;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads the calendar past the aggregate, straight into views. */
public interface SessionQuery {
  Optional<SessionView> find(UUID id);

  List<SessionView> list(Filter filter, int rows, @Nullable String after);

  /** One patient's sessions with how they went, newest last; only what the caller may see. */
  List<PatientSessionView> ofPatient(
      UUID patient, Instant from, Instant to, int rows, @Nullable String after);

  /** Which sessions are wanted; what is null does not filter. */
  record Filter(
      Instant from,
      Instant to,
      @Nullable UUID site,
      @Nullable String track,
      @Nullable UUID staff,
      @Nullable String state) {}

  /** A session from one patient's side. */
  record PatientSessionView(
      UUID sessionId,
      UUID enrollmentId,
      String enrollmentState,
      @Nullable Instant offerUntil,
      String type,
      UUID siteId,
      @Nullable UUID roomId,
      String zone,
      String modality,
      Instant startsAt,
      Instant endsAt,
      List<UUID> facilitators,
      String sessionState,
      @Nullable String status,
      @Nullable Integer minutes) {}
}
