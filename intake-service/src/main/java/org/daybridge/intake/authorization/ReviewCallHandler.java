package org.daybridge.intake.authorization;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.daybridge.contract.intake.AuthorizationId;
import org.daybridge.contract.intake.EpisodeId;
import org.daybridge.intake.authorization.ReviewCall.Said;
import org.daybridge.intake.episode.Episode;
import org.daybridge.intake.episode.Episodes;
import org.daybridge.kit.decision.Ids;
import org.daybridge.kit.decision.RuleRefused;
import org.daybridge.kit.rulepack.RulePack;
import org.daybridge.kit.rulepack.RulePacks;
import org.jspecify.annotations.Nullable;

/** Records calls with reviewers and the appeals against what they denied. */
@ApplicationScoped
@Transactional
public class ReviewCallHandler {
  private final ReviewCalls calls;
  private final Authorizations authorizations;
  private final Episodes episodes;
  private final RulePacks rules;
  private final Clock clock;

  ReviewCallHandler(
      ReviewCalls calls,
      Authorizations authorizations,
      Episodes episodes,
      RulePacks rules,
      Clock clock) {
    this.calls = calls;
    this.authorizations = authorizations;
    this.episodes = episodes;
    this.rules = rules;
    this.clock = clock;
  }

  public ReviewCall record(EpisodeId id, @Nullable AuthorizationId authorization, Said said) {
    Episode episode = episodes.require(id);
    if (said.at().isAfter(clock.instant())) {
      throw RuleRefused.rule("review-call-is-past", "the call lies in the future");
    }
    if (authorization != null
        && authorizations.find(authorization).filter(one -> one.episode().equals(id)).isEmpty()) {
      throw RuleRefused.rule("authorization-of-the-episode", "it is not one of the episode");
    }
    RulePack pack = rules.on(LocalDate.ofInstant(said.at(), episode.place().zone()));
    ReviewCall call =
        ReviewCall.recorded(
                Ids.next(),
                episode,
                authorization,
                said,
                new ReviewCall.Clocks(
                    pack.number("appeal-days"),
                    pack.number("payer-decision-urgent-hours"),
                    pack.number("payer-decision-standard-days")))
            .orRefuse()
            .next();
    calls.add(call);
    return call;
  }

  public List<ReviewCall> of(EpisodeId id) {
    episodes.require(id);
    return calls.of(id);
  }

  public ReviewCall appeal(
      UUID id, LocalDate filedOn, @Nullable String reference, boolean expedited) {
    ReviewCall call = calls.require(id);
    if (filedOn.isAfter(
        LocalDate.now(clock.withZone(episodes.require(call.episode()).place().zone())))) {
      throw RuleRefused.rule("appeal-filed-on-a-past-day", "the appeal lies in the future");
    }
    int months = rules.on(filedOn).number("further-appeal-months");
    calls.addAppeal(
        call, call.appeal(Ids.next(), filedOn, reference, expedited, months).orRefuse().next());
    return calls.require(id);
  }

  public ReviewCall decide(UUID id, int level, boolean upheld, LocalDate on) {
    calls.require(id);
    if (!calls.decide(id, level, upheld, on)) {
      throw RuleRefused.state("appeal-is-open", "there is no open appeal of this level");
    }
    return calls.require(id);
  }
}
