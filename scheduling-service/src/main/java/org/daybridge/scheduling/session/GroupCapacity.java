package org.daybridge.scheduling.session;

import static org.daybridge.kit.decision.Decision.refused;

import org.daybridge.kit.decision.Decision;
import org.daybridge.scheduling.register.SessionType;

/**
 * How many people a session may be planned for (ST-GEN, ST-TX, ST-CA, ST-2F). The numbers are the
 * rule pack's; the room can only make it fewer.
 */
public record GroupCapacity(int group, int withSecondFacilitator, int education) {

  /** The most that the rule allows; an open event is bounded by its room alone. */
  public int most(SessionType.Seats seats, int facilitators) {
    return switch (seats) {
      case INDIVIDUAL, FAMILY -> 1;
      case GROUP -> facilitators > 1 ? Math.max(group, withSecondFacilitator) : group;
      case EDUCATION -> education;
      case OPEN -> Integer.MAX_VALUE;
    };
  }

  /** The capacity that a session is planned with. */
  public Decision<Integer, Void> plan(
      SessionType.Seats seats, int wanted, int facilitators, int roomSeats) {
    int most = most(seats, facilitators);
    if (wanted > most) {
      return refused(
          "capacity-within-limit", wanted + " seats are more than the " + most + " of the rule");
    }
    if (wanted + facilitators > roomSeats) {
      return refused(
          "room-seats",
          "the room has " + roomSeats + " seats for " + (wanted + facilitators) + " people");
    }
    return Decision.applied(wanted);
  }
}
