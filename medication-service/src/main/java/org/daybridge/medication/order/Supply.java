package org.daybridge.medication.order;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the pharmacy gives: days and quantity of one fill, how often it may be refilled, and why it
 * is given before the last supply is used up.
 */
public record Supply(
    @Nullable Integer days,
    @Nullable BigDecimal quantity,
    int refills,
    @Nullable EarlyReason earlyReason) {

  /** Why a supply is needed before the last one is used up. */
  public enum EarlyReason {
    LOST,
    STOLEN,
    DESTROYED,
    TRAVEL,
    PHARMACY_SHORTAGE
  }

  public Supply(@Nullable Integer days, @Nullable BigDecimal quantity, int refills) {
    this(days, quantity, refills, null);
  }

  /** Days of the first fill and of all refills. */
  public Optional<Integer> daysWithRefills() {
    return days == null ? Optional.empty() : Optional.of(days * (1 + refills));
  }

  /** The first day on which this share of it is used up, when it was begun on a day. */
  public Optional<LocalDate> usedUp(LocalDate begun, int percent) {
    return daysWithRefills().map(all -> begun.plusDays((all * (long) percent + 99) / 100));
  }

  /** The last day on which a refill is due, when each is taken as the one before ends. */
  public Optional<LocalDate> lastRefillOn(LocalDate begun) {
    return days == null
        ? Optional.empty()
        : Optional.of(begun.plus((long) days * refills, ChronoUnit.DAYS));
  }
}
