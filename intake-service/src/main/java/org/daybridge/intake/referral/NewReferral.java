package org.daybridge.intake.referral;

import java.time.Instant;
import java.util.List;
import org.daybridge.intake.patient.NewPerson;
import org.jspecify.annotations.Nullable;

/** A referral as it comes in, from a front end or an EHR. */
public record NewReferral(
    NewPerson person,
    String trackCode,
    Referral.Source source,
    Referral.Channel channel,
    Referral.Urgency urgency,
    @Nullable Instant firstContactAt,
    List<ReportedItem> items) {
  public NewReferral {
    items = List.copyOf(items);
  }

  @Override
  public String toString() {
    return "NewReferral[" + trackCode + "]";
  }
}
