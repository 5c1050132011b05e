package org.daybridge.intake.waitlist;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.LongConsumer;
import org.daybridge.contract.intake.ReferralId;
import org.daybridge.intake.program.Programs;
import org.daybridge.intake.program.Track;
import org.daybridge.intake.referral.Referral;
import org.daybridge.intake.referral.Referrals;
import org.daybridge.intake.waitlist.WaitlistEntry.Clocks;
import org.daybridge.intake.waitlist.WaitlistEntry.Interim;
import org.daybridge.intake.waitlist.WaitlistEntry.Need;
import org.daybridge.intake.waitlist.WaitlistEntry.Removal;
import org.daybridge.kit.decision.Ids;
import org.daybridge.kit.decision.RuleRefused;
import org.daybridge.kit.rulepack.RulePack;
import org.daybridge.kit.rulepack.RulePacks;
import org.jspecify.annotations.Nullable;

/** Lets people wait, offers them a place and takes their answer. */
@ApplicationScoped
@Transactional
public class WaitlistHandler {
  private final Waitlist waitlist;
  private final Referrals referrals;
  private final Programs programs;
  private final RulePacks rules;
  private final Clock clock;

  WaitlistHandler(
      Waitlist waitlist, Referrals referrals, Programs programs, RulePacks rules, Clock clock) {
    this.waitlist = waitlist;
    this.referrals = referrals;
    this.programs = programs;
    this.rules = rules;
    this.clock = clock;
  }

  /** Puts the person of a referral into the line before its track. */
  public WaitlistEntry enter(ReferralId id, Need need) {
    Referral referral = referrals.require(id);
    if (!referral.isUnderWay()) {
      throw RuleRefused.state("referral-is-under-way", "it was declined or led to an admission");
    }
    Track track = programs.requireTrack(referral.track());
    WaitlistEntry entry =
        new WaitlistEntry(
            Ids.next(),
            referral.patient(),
            id,
            track.id(),
            referral.labels(),
            need,
            WaitlistEntry.rank(need, track.population().isPart2(), referral.urgency()),
            clock.instant(),
            null,
            null,
            null,
            0,
            false,
            1);
    waitlist.add(entry);
    return entry;
  }

  public List<WaitlistEntry> line(String track, int rows, @Nullable String after) {
    return waitlist.line(known(track).id(), rows, after);
  }

  public Waitlist.Summary summary(String track) {
    return waitlist.summary(known(track).id(), clock.instant());
  }

  private Track known(String code) {
    return programs
        .track(code)
        .orElseThrow(() -> RuleRefused.rule("track-is-open", "There is no track with this code."));
  }

  public WaitlistEntry offer(UUID id, Instant until, LongConsumer sees) {
    WaitlistEntry entry = waitlist.require(id);
    sees.accept(entry.version());
    WaitlistEntry offered = entry.offer(until, clock.instant()).orRefuse().next();
    waitlist.save(offered);
    return offered;
  }

  public WaitlistEntry answer(UUID id, boolean accepted) {
    WaitlistEntry answered =
        waitlist.require(id).answer(accepted, clock.instant()).orRefuse().next();
    waitlist.save(answered);
    return answered;
  }

  /** What was given meanwhile; a fact, whenever it is told. */
  public WaitlistEntry interimServices(UUID id, Set<Interim> given, Instant at) {
    if (at.isAfter(clock.instant())) {
      throw RuleRefused.rule("interim-services-are-past", "they lie in the future");
    }
    waitlist.interimServices(waitlist.require(id), given, at);
    return waitlist.require(id);
  }

  public void remove(UUID id, Removal reason) {
    WaitlistEntry entry = waitlist.require(id);
    if (entry.removed()) {
      throw RuleRefused.state("waits-still", "the person waits no longer");
    }
    waitlist.remove(entry, reason, clock.instant());
  }

  public Clocks clocks() {
    RulePack pack = rules.on(LocalDate.now(clock));
    return new Clocks(
        Duration.ofHours(pack.number("interim-services-hours")),
        Duration.ofDays(pack.number("injecting-admission-days")),
        Duration.ofDays(pack.number("injecting-admission-days-with-interim")));
  }

  public Instant now() {
    return clock.instant();
  }
}
