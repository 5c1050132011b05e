package org.daybridge.records.personalplan;

import org.daybridge.records.signing.Versioned;

/** The personal plans that the caller can see. */
public interface PersonalPlans {

  /** The plan with this id, if it is of this kind. */
  Versioned<PersonalPlan> require(PersonalPlanId id, PersonalPlanKind kind);

  Versioned<PersonalPlan> add(PersonalPlan plan);

  Versioned<PersonalPlan> save(PersonalPlan plan, int version);
}
