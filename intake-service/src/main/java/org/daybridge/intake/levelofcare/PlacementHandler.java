package org.daybridge.intake.levelofcare;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import org.daybridge.contract.intake.DecisionId;
import org.daybridge.contract.intake.IntakeEvent;
import org.daybridge.contract.intake.ReferralId;
import org.daybridge.intake.program.Programs;
import org.daybridge.intake.referral.Referral;
import org.daybridge.intake.referral.Referrals;
import org.daybridge.kit.decision.Decision;
import org.daybridge.kit.decision.Ids;
import org.daybridge.kit.decision.RuleRefused;
import org.daybridge.kit.identity.Callers;
import org.daybridge.kit.outbox.Outbox;
import org.daybridge.kit.rulepack.RulePacks;

/** Records decisions on the level of care. */
@ApplicationScoped
@Transactional
public class PlacementHandler {
  private final Placements placements;
  private final Referrals referrals;
  private final Programs programs;
  private final RulePacks rules;
  private final Outbox outbox;
  private final Clock clock;

  PlacementHandler(
      Placements placements,
      Referrals referrals,
      Programs programs,
      RulePacks rules,
      Outbox outbox,
      Clock clock) {
    this.placements = placements;
    this.referrals = referrals;
    this.programs = programs;
    this.rules = rules;
    this.outbox = outbox;
    this.clock = clock;
  }

  public Placement decide(ReferralId id, Placement.Measured measured, Placement.Choice choice) {
    Referral referral = referrals.require(id);
    if (!referral.isUnderWay()) {
      throw RuleRefused.state(
          "referral-is-under-way", "The referral was declined or led to an admission.");
    }
    Decision.Applied<Placement, IntakeEvent> applied =
        Placement.decide(
                new Placement.Subject(
                    new DecisionId(Ids.next()),
                    referral.patient(),
                    referral.id(),
                    referral.labels()),
                programs.requireTrack(referral.track()),
                measured,
                choice,
                Callers.current().roles(),
                rules.on(LocalDate.now(clock)),
                clock.instant())
            .orRefuse();
    placements.add(applied.next());
    applied.events().forEach(event -> outbox.append(event, referral.labels()));
    return applied.next();
  }
}
