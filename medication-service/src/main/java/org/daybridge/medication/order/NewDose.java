package org.daybridge.medication.order;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A dose that a prescriber asks for: with a new order, or to supersede the dose of one. */
public record NewDose(
    Dosing dosing,
    Supply supply,
    Purpose purpose,
    @Nullable LocalDate startsOn,
    @Nullable LocalDate endsOn,
    Encounter encounter,
    UUID prescriber) {

  OrderVersion as(int number, LocalDate today, Instant now) {
    return new OrderVersion(
        number,
        dosing,
        supply,
        purpose,
        startsOn == null ? today : startsOn,
        endsOn,
        encounter,
        prescriber,
        now);
  }
}
