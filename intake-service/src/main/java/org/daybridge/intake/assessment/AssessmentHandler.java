package org.daybridge.intake.assessment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.daybridge.contract.intake.AssessmentId;
import org.daybridge.contract.intake.AssessmentKind;
import org.daybridge.contract.intake.IntakeEvent;
import org.daybridge.contract.intake.ReferralId;
import org.daybridge.intake.patient.PatientIntake;
import org.daybridge.intake.referral.Referral;
import org.daybridge.intake.referral.Referrals;
import org.daybridge.kit.decision.Decision;
import org.daybridge.kit.decision.Ids;
import org.daybridge.kit.decision.RuleRefused;
import org.daybridge.kit.http.ETags;
import org.daybridge.kit.identity.Callers;
import org.daybridge.kit.identity.Labels;
import org.daybridge.kit.outbox.Outbox;
import org.jspecify.annotations.Nullable;

/** Completes, amends and defers the parts of an intake assessment. */
@ApplicationScoped
@Transactional
public class AssessmentHandler {
  private final Assessments assessments;
  private final Referrals referrals;
  private final PatientIntake people;
  private final Outbox outbox;
  private final Clock clock;

  AssessmentHandler(
      Assessments assessments,
      Referrals referrals,
      PatientIntake people,
      Outbox outbox,
      Clock clock) {
    this.assessments = assessments;
    this.referrals = referrals;
    this.people = people;
    this.outbox = outbox;
    this.clock = clock;
  }

  /**
   * Completes a part. One that is there already is amended under the version that the caller read.
   */
  public Assessment complete(
      ReferralId referralId,
      AssessmentKind kind,
      @Nullable String ifMatch,
      String summary,
      List<Assessment.Diagnosis> diagnoses) {
    Referral referral = underWay(referralId);
    boolean substanceUse = diagnoses.stream().anyMatch(Assessment.Diagnosis::namesSubstanceUse);
    int labels = referral.labels() | (substanceUse ? Labels.PART2 : Labels.NONE);
    if (substanceUse) {
      people.label(referral.patient(), Labels.PART2);
    }
    Assessment before = before(referral, kind, labels);
    if (before.version() > 0) {
      ETags.require(ifMatch, before.version());
    }
    return keep(
        Assessment.complete(
            before,
            new Assessment.State.Complete(summary, diagnoses, clock.instant()),
            Callers.current().roles()));
  }

  public Assessment defer(
      ReferralId referralId, AssessmentKind kind, String reason, LocalDate dueOn) {
    Referral referral = underWay(referralId);
    return keep(
        Assessment.defer(
            before(referral, kind, referral.labels()),
            new Assessment.State.Deferred(reason, dueOn),
            LocalDate.now(clock)));
  }

  private Referral underWay(ReferralId id) {
    Referral referral = referrals.require(id);
    if (!referral.isUnderWay()) {
      throw RuleRefused.state(
          "referral-is-under-way", "The referral was declined or led to an admission.");
    }
    return referral;
  }

  private Assessment before(Referral referral, AssessmentKind kind, int labels) {
    return assessments
        .find(referral.id(), kind)
        .map(
            there ->
                new Assessment(
                    there.id(),
                    there.patient(),
                    there.referral(),
                    there.kind(),
                    there.state(),
                    there.labels() | labels,
                    there.version()))
        .orElseGet(
            () ->
                new Assessment(
                    new AssessmentId(Ids.next()),
                    referral.patient(),
                    referral.id(),
                    kind,
                    new Assessment.State.NotBegun(),
                    labels,
                    0));
  }

  private Assessment keep(Decision<Assessment, IntakeEvent> decision) {
    Decision.Applied<Assessment, IntakeEvent> applied = decision.orRefuse();
    Assessment saved = assessments.save(applied.next());
    applied.events().forEach(event -> outbox.append(event, saved.labels()));
    return saved;
  }
}
