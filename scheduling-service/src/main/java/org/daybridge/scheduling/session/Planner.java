package org.daybridge.scheduling.session;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.daybridge.contract.scheduling.RoomId;
import org.daybridge.contract.scheduling.SiteId;
import org.daybridge.contract.scheduling.StaffId;
import org.daybridge.kit.decision.Decision;
import org.daybridge.kit.decision.RuleRefused;
import org.daybridge.kit.rulepack.RulePack;
import org.daybridge.scheduling.register.Credentials;
import org.daybridge.scheduling.register.Entry;
import org.daybridge.scheduling.register.Register;
import org.daybridge.scheduling.register.Registered;
import org.daybridge.scheduling.register.Room;
import org.daybridge.scheduling.register.SessionType;
import org.daybridge.scheduling.register.Site;
import org.daybridge.scheduling.register.StaffMember;
import org.daybridge.scheduling.session.PlanningRules.Flaw;
import org.daybridge.scheduling.session.PlanningRules.Proposal;

/** Turns a wish in the codes of the register into a plan, or says which rule it breaks. */
public final class Planner {
  /** Seats of an open event without a room. */
  private static final int OPEN_SEATS = 100;

  private final Register register;

  public Planner(Register register) {
    this.register = register;
  }

  public Decision<SessionPlan, Void> plan(Wish wish, RulePack pack, Instant now) {
    Registered<Site> site = known(Site.class, wish.site(), "site-known");
    SessionType type = known(SessionType.class, wish.type(), "session-type-known").entry();
    Optional<Registered<Room>> room =
        wish.room().map(code -> known(Room.class, Room.codeAt(wish.site(), code), "room-at-site"));
    List<Registered<StaffMember>> facilitators =
        wish.facilitators().stream()
            .map(code -> known(StaffMember.class, code, "facilitator-known"))
            .toList();
    var limits =
        new GroupCapacity(
            pack.number("group-capacity"),
            pack.number("group-capacity-two-facilitators"),
            pack.number("education-capacity"));
    var plan =
        new SessionPlan(
            wish.series(),
            wish.occurrence(),
            wish.track(),
            type.code(),
            new SiteId(site.id()),
            room.map(found -> new RoomId(found.id())),
            ZoneId.of(site.entry().zone()),
            wish.modality(),
            wish.start(),
            wish.start().plus(Duration.ofMinutes(wish.minutes())),
            wish.capacity().orElseGet(() -> most(type, limits, room, facilitators.size())),
            facilitators.stream().map(found -> new StaffId(found.id())).toList());
    var proposal =
        new Proposal(
            plan,
            type,
            site.entry(),
            room.map(Registered::entry),
            facilitators.stream().map(Registered::entry).toList(),
            limits,
            now);
    Optional<Flaw> flaw = PlanningRules.flaw(proposal);
    return flaw.isPresent()
        ? Decision.refused(flaw.get().rule(), flaw.get().because())
        : Decision.applied(plan);
  }

  /** The rules that somebody breaks by running such a session at that time. */
  public List<String> unfit(SessionPlan plan, StaffId by, Instant at) {
    var type = register.find(SessionType.class, plan.type()).map(Registered::entry);
    var member = register.find(StaffMember.class, by.value()).map(Registered::entry);
    if (type.isEmpty() || member.isEmpty()) {
      return List.of();
    }
    var day = at.atZone(plan.zone()).toLocalDate();
    return member.get().credentials().unfitFor(type.get().need(), day).stream()
        .map(Credentials.Unfit::rule)
        .toList();
  }

  private static int most(
      SessionType type, GroupCapacity limits, Optional<Registered<Room>> room, int facilitators) {
    int byRoom = room.map(found -> found.entry().seats() - facilitators).orElse(OPEN_SEATS);
    return Math.max(1, Math.min(limits.most(type.seats(), facilitators), byRoom));
  }

  private <T extends Entry> Registered<T> known(Class<T> type, String code, String rule) {
    return register
        .find(type, code)
        .orElseThrow(() -> RuleRefused.rule(rule, "the register has no such code"));
  }
}
