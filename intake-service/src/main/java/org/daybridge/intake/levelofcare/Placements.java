package org.daybridge.intake.levelofcare;

import java.util.List;
import java.util.Optional;
import org.daybridge.contract.intake.LevelOfCare;
import org.daybridge.contract.intake.ReferralId;

/** The decisions on level of care; they are added and never changed. */
public interface Placements {
  void add(Placement placement);

  /** The newest chosen level of a referral. */
  Optional<LevelOfCare> chosen(ReferralId referral);

  List<Placement> of(ReferralId referral);
}
