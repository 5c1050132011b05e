package org.daybridge.intake.assessment;

import java.util.List;
import java.util.Optional;
import org.daybridge.contract.intake.AssessmentKind;
import org.daybridge.contract.intake.ReferralId;

/** The parts of the intake assessments that the caller can see. */
public interface Assessments {
  Optional<Assessment> find(ReferralId referral, AssessmentKind kind);

  List<Assessment> of(ReferralId referral);

  /** Keeps the part and, of one that was there before, its earlier form. */
  Assessment save(Assessment assessment);
}
