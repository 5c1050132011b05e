package org.daybridge.records.note;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.daybridge.contract.records.PlanId;
import org.daybridge.records.plan.GoalId;
import org.daybridge.records.plan.InterimPlanId;

/** Which plan guided the care at the time of the session. */
public sealed interface PlanStanding {

  record Active(PlanId plan, Set<GoalId> goals) implements PlanStanding {
    public Active {
      goals = Set.copyOf(goals);
    }
  }

  /** Goals of a plan that became active after the session may be named, but need not be. */
  record Interim(InterimPlanId plan, Set<GoalId> goalsSince) implements PlanStanding {
    public Interim {
      goalsSince = Set.copyOf(goalsSince);
    }
  }

  record None() implements PlanStanding {}

  /** What the signed text names: goals of the active plan, or the interim plan of care. */
  default Map<String, ?> canonical() {
    return switch (this) {
      case Active active -> Map.of("treatmentPlan", active.plan().value());
      case Interim interim -> Map.of("interimPlan", interim.plan().value());
      case None _ -> Map.of("plan", List.of());
    };
  }
}
