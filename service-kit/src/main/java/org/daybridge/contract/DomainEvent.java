package org.daybridge.contract;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A fact that one service announces after its transaction committed. It carries ids, codes, dates
 * and numbers that a follower's rules need; never a name, free text or note content. The wire name
 * is the record's simple name, the payload its components.
 */
public interface DomainEvent {

  /** The thing whose life this fact belongs to; its events are numbered without holes. */
  Id aggregate();

  /** The patient whom the fact concerns, or null when it concerns none or many. */
  default @Nullable Id patientId() {
    return null;
  }

  /** The episode of care in which it happened, when there is one. */
  default @Nullable Id episodeId() {
    return null;
  }

  /** Version of the payload; an additive change keeps it. */
  default int version() {
    return 1;
  }

  /** The key that orders events: the patient's id, else the aggregate's. */
  default UUID key() {
    Id patient = patientId();
    return patient == null ? aggregate().value() : patient.value();
  }
}
