package org.daybridge.medication.order;

import java.time.Instant;

/** What a prescriber does with an order that stands. */
public sealed interface OrderCommand {
  record Titrate(OrderVersion next) implements OrderCommand {}

  /** The same dose with a new supply; {@code next} passed every check again. */
  record Renew(OrderVersion next) implements OrderCommand {}

  record Hold(HoldReason reason, Instant at) implements OrderCommand {}

  record Resume(Instant at) implements OrderCommand {}

  record Stop(StopReason reason, boolean tapered, Instant at) implements OrderCommand {}

  /** Why an order pauses. */
  enum HoldReason {
    LABORATORY,
    SIDE_EFFECT,
    PROCEDURE,
    PATIENT_WISH,
    SAFETY
  }
}
