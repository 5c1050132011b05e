package org.daybridge.intake.referral.rest;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.daybridge.contract.intake.PatientId;
import org.daybridge.contract.intake.ReferralId;
import org.daybridge.contract.intake.TrackId;
import org.daybridge.intake.referral.Referral;
import org.daybridge.intake.referral.ReportedItem;
import org.jspecify.annotations.Nullable;

/** A referral and where it stands. */
public record ReferralView(
    ReferralId id,
    PatientId patientId,
    TrackId trackId,
    Referral.Source source,
    Referral.Channel channel,
    Referral.Urgency urgency,
    Instant firstContactAt,
    Instant receivedAt,
    Status status,
    @Nullable LocalDate assessmentOn,
    @Nullable String declineReason,
    @Nullable String declinedTo,
    @Nullable List<ReportedItem> reported,
    @Nullable Boolean personWasKnown,
    long version) {

  /** Where a referral can stand. */
  public enum Status {
    OPEN,
    ACCEPTED,
    DECLINED,
    ADMITTED
  }

  static ReferralView of(Referral referral) {
    return of(referral, null, null);
  }

  static ReferralView of(
      Referral referral, @Nullable List<ReportedItem> reported, @Nullable Boolean known) {
    Status status =
        switch (referral.state()) {
          case Referral.State.Open _ -> Status.OPEN;
          case Referral.State.Accepted _ -> Status.ACCEPTED;
          case Referral.State.Declined _ -> Status.DECLINED;
          case Referral.State.Admitted _ -> Status.ADMITTED;
        };
    Referral.State.Declined declined =
        referral.state() instanceof Referral.State.Declined state ? state : null;
    return new ReferralView(
        referral.id(),
        referral.patient(),
        referral.track(),
        referral.source(),
        referral.channel(),
        referral.urgency(),
        referral.firstContactAt(),
        referral.receivedAt(),
        status,
        referral.state() instanceof Referral.State.Accepted(var on) ? on : null,
        declined == null ? null : declined.reason(),
        declined == null ? null : declined.sentTo(),
        reported,
        known,
        referral.version());
  }
}
