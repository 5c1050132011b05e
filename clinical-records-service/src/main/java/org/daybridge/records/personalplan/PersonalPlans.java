package org.daybridge.records.personalplan;

import org.daybridge.records.signing.Versioned;

/** The personal plans that the caller can see. */
public interface PersonalPlans {

  /** The plan with this id, if it is of this kind. */
  Versioned<PersonalPlan> require(PersonalPlanId id, PersonalPlanKind kind);

  int add(PersonalPlan plan);

  int save(PersonalPlan plan, int version);
}
