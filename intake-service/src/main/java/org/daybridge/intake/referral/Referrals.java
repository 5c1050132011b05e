package org.daybridge.intake.referral;

import java.util.List;
import java.util.UUID;
import org.daybridge.contract.intake.PatientId;
import org.daybridge.contract.intake.ReferralId;
import org.jspecify.annotations.Nullable;

/** All referrals that the caller can see. */
public interface Referrals {
  Referral require(ReferralId id);

  void add(Referral referral, List<ReportedItem> items);

  void save(Referral referral);

  List<ReportedItem> items(ReferralId id);

  /** Items by their ids, for services that know only those; not visible ones are left out. */
  List<ReportedItem> items(List<UUID> ids);

  /** Referrals of one patient, or those still open, newest first. */
  List<Referral> list(@Nullable PatientId patient, @Nullable UUID before, int rows);
}
