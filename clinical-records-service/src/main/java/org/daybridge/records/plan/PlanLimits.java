package org.daybridge.records.plan;

import java.util.Set;
import org.daybridge.records.signing.Signatory;

/** Numbers of the rule pack in force: who signs, and how often a plan is reviewed. */
public record PlanLimits(Set<Signatory> signatures, int reviewDays, String packVersion) {

  public PlanLimits {
    signatures = Set.copyOf(signatures);
  }
}
