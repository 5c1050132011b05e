package org.daybridge.scheduling.session;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.daybridge.kit.decision.Decision;
import org.daybridge.scheduling.register.Room;
import org.daybridge.scheduling.register.SessionType;
import org.daybridge.scheduling.register.Site;
import org.daybridge.scheduling.register.StaffMember;

/**
 * What must hold for a session to be planned. Once planned, it may come otherwise: a license can
 * expire, a room can flood; then the session is run and the record says which rule was broken.
 */
public final class PlanningRules {
  private static final List<Function<Proposal, Optional<Flaw>>> RULES =
      List.of(
          PlanningRules::endsAfterStart,
          PlanningRules::siteInService,
          PlanningRules::siteOpen,
          PlanningRules::someoneRunsIt,
          PlanningRules::credentialsFit,
          PlanningRules::roomAtSite,
          PlanningRules::seats);

  private PlanningRules() {}

  public static Optional<Flaw> flaw(Proposal proposal) {
    return RULES.stream().flatMap(rule -> rule.apply(proposal).stream()).findFirst();
  }

  /** A session ends after it begins. */
  private static Optional<Flaw> endsAfterStart(Proposal proposal) {
    return unless(
        proposal.plan().end().isAfter(proposal.plan().start()),
        "session-ends-after-start",
        "the end is not after the start");
  }

  /** Nothing is planned at a site that closed for good. */
  private static Optional<Flaw> siteInService(Proposal proposal) {
    return unless(proposal.site().active(), "site-in-service", "the site is not in service");
  }

  /** Nothing is planned on a holiday of the site. */
  private static Optional<Flaw> siteOpen(Proposal proposal) {
    return unless(
        !proposal.site().closedOn(proposal.plan().day()),
        "site-open",
        "the site is closed on " + proposal.plan().day());
  }

  /** Without a facilitator no session. */
  private static Optional<Flaw> someoneRunsIt(Proposal proposal) {
    return unless(
        !proposal.facilitators().isEmpty()
            && proposal.facilitators().stream().allMatch(StaffMember::active),
        "facilitator-required",
        "a session needs a facilitator who is in service");
  }

  /** Whoever runs it holds what the type asks for, on the day of the session. */
  private static Optional<Flaw> credentialsFit(Proposal proposal) {
    return proposal.facilitators().stream()
        .flatMap(
            one ->
                one.credentials().unfitFor(proposal.type().need(), proposal.plan().day()).stream())
        .map(unfit -> new Flaw(unfit.rule(), unfit.because()))
        .findFirst();
  }

  /** The room is one of the site. */
  private static Optional<Flaw> roomAtSite(Proposal proposal) {
    return unless(
        proposal.room().map(room -> room.site().equals(proposal.site().code())).orElse(true),
        "room-at-site",
        "the room is not one of the site");
  }

  /** The seats fit the rule and the room. */
  private static Optional<Flaw> seats(Proposal proposal) {
    var decision =
        proposal
            .limits()
            .plan(
                proposal.type().seats(),
                proposal.plan().capacity(),
                proposal.facilitators().size(),
                proposal.room().map(Room::seats).orElse(Integer.MAX_VALUE));
    return switch (decision) {
      case Decision.Refused<Integer, Void>(var rule, var because, var _) ->
          Optional.of(new Flaw(rule, because));
      case Decision.Applied<Integer, Void> _ -> Optional.empty();
    };
  }

  private static Optional<Flaw> unless(boolean holds, String rule, String because) {
    return holds ? Optional.empty() : Optional.of(new Flaw(rule, because));
  }

  /** A plan with everything that is needed to judge it. */
  public record Proposal(
      SessionPlan plan,
      SessionType type,
      Site site,
      Optional<Room> room,
      List<StaffMember> facilitators,
      GroupCapacity limits,
      Instant now) {}

  /** A rule that the plan breaks. */
  public record Flaw(String rule, String because) {}
}
