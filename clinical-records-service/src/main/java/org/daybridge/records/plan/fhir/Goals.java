package org.daybridge.records.plan.fhir;

import java.util.Date;
import java.util.UUID;
import org.daybridge.kit.fhir.Provenances;
import org.daybridge.kit.fhir.SecurityLabels;
import org.daybridge.records.plan.TreatmentPlan;
import org.daybridge.records.signing.Versioned;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.Goal;
import org.hl7.fhir.r4.model.Goal.GoalLifecycleStatus;
import org.hl7.fhir.r4.model.Provenance;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.Reference;

/** A plan's goal as a US Core Goal: the patient's words, the target and its day. */
final class Goals {

  /** A goal and the plan it belongs to. */
  record Aim(Versioned<TreatmentPlan> plan, org.daybridge.records.plan.Goal goal) {
    UUID id() {
      return goal.id().value();
    }
  }

  private Goals() {}

  static Goal of(Aim aim) {
    var plan = aim.plan().value();
    var goal = aim.goal();
    var resource = new Goal();
    resource.setId(goal.id().toString());
    resource.getMeta().setVersionId(Integer.toString(aim.plan().version()));
    resource.getMeta().setLastUpdated(Date.from(aim.plan().updatedAt()));
    resource.getMeta().addProfile("http://hl7.org/fhir/us/core/StructureDefinition/us-core-goal");
    SecurityLabels.apply(plan.labels(), resource.getMeta());
    resource.setLifecycleStatus(status(plan));
    resource.getDescription().setText(goal.patientWords());
    resource.setSubject(new Reference("Patient/" + plan.patient()));
    resource.setStart(new DateType(CarePlans.content(plan).startsOn().toString()));
    var target = resource.addTarget();
    target.setDue(new DateType(goal.dueOn().toString()));
    goal.target()
        .ifPresent(
            value -> {
              target.getMeasure().setText(goal.measure());
              target.setDetail(new Quantity().setValue(value));
            });
    return resource;
  }

  static GoalLifecycleStatus status(TreatmentPlan plan) {
    return switch (plan.state()) {
      case TreatmentPlan.InPreparation _ -> GoalLifecycleStatus.PROPOSED;
      case TreatmentPlan.InForce _, TreatmentPlan.InRevision _ -> GoalLifecycleStatus.ACTIVE;
      case TreatmentPlan.Closed _ -> GoalLifecycleStatus.COMPLETED;
    };
  }

  static Provenance provenance(Aim aim) {
    var of = CarePlans.provenance(aim.plan());
    var who = of.getAgentFirstRep().getWho().getReference();
    var slash = who.indexOf('/');
    return Provenances.of(
        "Goal",
        aim.id(),
        aim.plan().updatedAt(),
        UUID.fromString(who.substring(slash + 1)),
        who.substring(0, slash));
  }
}
