package org.daybridge.intake.waitlist.rest;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.daybridge.intake.waitlist.WaitlistEntry;
import org.daybridge.intake.waitlist.WaitlistEntry.Clocks;
import org.daybridge.intake.waitlist.WaitlistEntry.Standing;
import org.jspecify.annotations.Nullable;

/**
 * Somebody in the line: since when and how many whole days, what is due to them by law until when.
 */
public record WaitlistView(
    UUID id,
    UUID patientId,
    UUID referralId,
    boolean pregnant,
    boolean injects,
    Instant since,
    long daysWaiting,
    Standing standing,
    @Nullable Instant offeredUntil,
    int offersDeclined,
    @Nullable Instant interimServicesAt,
    @Nullable Instant interimServicesDueAt,
    @Nullable Instant admissionDueAt,
    long version) {

  static WaitlistView of(WaitlistEntry entry, Clocks clocks, Instant now) {
    return new WaitlistView(
        entry.id(),
        entry.patient().value(),
        entry.referral().value(),
        entry.need().pregnant(),
        entry.need().injects(),
        entry.since(),
        Math.max(0, Duration.between(entry.since(), now).toDays()),
        entry.standing(now),
        entry.offeredUntil(),
        entry.offersDeclined(),
        entry.interimServicesAt(),
        entry.interimServicesDue(clocks),
        entry.admissionDue(clocks),
        entry.version());
  }
}
