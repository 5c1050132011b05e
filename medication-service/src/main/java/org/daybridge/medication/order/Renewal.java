package org.daybridge.medication.order;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A further supply of the dose that stands. */
public record Renewal(
    Supply supply,
    @Nullable LocalDate startsOn,
    @Nullable LocalDate endsOn,
    Encounter encounter,
    UUID prescriber) {

  OrderVersion of(OrderVersion current, LocalDate today, Instant now) {
    var from = startsOn == null ? today : startsOn;
    var end = endsOn == null ? current.endsOn() : endsOn;
    return new OrderVersion(
        current.number() + 1,
        current.dosing(),
        supply,
        current.purpose(),
        from,
        end == null || end.isBefore(from) ? null : end,
        encounter,
        prescriber,
        now);
  }
}
