package org.daybridge.records.plan.fhir;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import org.daybridge.kit.fhir.Provenances;
import org.daybridge.kit.fhir.SecurityLabels;
import org.daybridge.records.plan.ActivePlan;
import org.daybridge.records.plan.Intervention;
import org.daybridge.records.plan.PlanContent;
import org.daybridge.records.plan.PlanDraft;
import org.daybridge.records.plan.TreatmentPlan;
import org.daybridge.records.signing.Signatory;
import org.daybridge.records.signing.Signature;
import org.daybridge.records.signing.Versioned;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.CarePlan.CarePlanActivityStatus;
import org.hl7.fhir.r4.model.CarePlan.CarePlanIntent;
import org.hl7.fhir.r4.model.CarePlan.CarePlanStatus;
import org.hl7.fhir.r4.model.Provenance;
import org.hl7.fhir.r4.model.Reference;

/** A treatment plan as a US Core CarePlan. */
final class CarePlans {

  static final String CATEGORY = "http://hl7.org/fhir/us/core/CodeSystem/careplan-category";
  static final String ASSESS_PLAN = "assess-plan";

  private CarePlans() {}

  static CarePlan of(Versioned<TreatmentPlan> kept) {
    var plan = kept.value();
    var content = content(plan);
    var resource = new CarePlan();
    resource.setId(plan.id().toString());
    resource.getMeta().setVersionId(Integer.toString(kept.version()));
    resource.getMeta().setLastUpdated(Date.from(kept.updatedAt()));
    resource
        .getMeta()
        .addProfile("http://hl7.org/fhir/us/core/StructureDefinition/us-core-careplan");
    SecurityLabels.apply(plan.labels(), resource.getMeta());
    resource.setText(Narratives.of(content));
    resource.setStatus(status(plan));
    resource.setIntent(CarePlanIntent.PLAN);
    resource.addCategory().addCoding().setSystem(CATEGORY).setCode(ASSESS_PLAN);
    resource.setSubject(new Reference("Patient/" + plan.patient()));
    resource.getPeriod().setStart(Date.from(starts(plan)));
    if (plan.state() instanceof TreatmentPlan.Closed(_, var at)) {
      resource.getPeriod().setEnd(Date.from(at));
    }
    content.goalIds().stream()
        .map(goal -> "Goal/" + goal)
        .sorted()
        .forEach(goal -> resource.addGoal(new Reference(goal)));
    content.interventions().forEach(each -> activity(each, plan, resource));
    return resource;
  }

  private static void activity(Intervention each, TreatmentPlan plan, CarePlan resource) {
    var detail = resource.addActivity().getDetail();
    detail.setStatus(
        switch (plan.state()) {
          case TreatmentPlan.InPreparation _ -> CarePlanActivityStatus.NOTSTARTED;
          case TreatmentPlan.InForce _, TreatmentPlan.InRevision _ ->
              CarePlanActivityStatus.INPROGRESS;
          case TreatmentPlan.Closed _ -> CarePlanActivityStatus.COMPLETED;
        });
    detail.getCode().setText(each.modality().name());
    if (!each.description().isBlank()) detail.setDescription(each.description());
    detail.addPerformer(new Reference("Practitioner/" + each.responsible()));
  }

  static CarePlanStatus status(TreatmentPlan plan) {
    return switch (plan.state()) {
      case TreatmentPlan.InPreparation _ -> CarePlanStatus.DRAFT;
      case TreatmentPlan.InForce _, TreatmentPlan.InRevision _ -> CarePlanStatus.ACTIVE;
      case TreatmentPlan.Closed(var last, _) ->
          last.isPresent() ? CarePlanStatus.COMPLETED : CarePlanStatus.REVOKED;
    };
  }

  /** The content that guides care; before the first activation, the one in work. */
  static PlanContent content(TreatmentPlan plan) {
    return plan.latest()
        .map(ActivePlan::content)
        .or(() -> plan.draft().map(PlanDraft::content))
        .orElseGet(CarePlans::nothing);
  }

  private static PlanContent nothing() {
    return new PlanContent(LocalDate.EPOCH, List.of(), List.of(), List.of(), List.of(), List.of());
  }

  static Instant starts(TreatmentPlan plan) {
    return content(plan).startsOn().atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  static Provenance provenance(Versioned<TreatmentPlan> kept) {
    var plan = kept.value();
    var author =
        plan.latest().map(ActivePlan::signed).or(plan::draft).stream()
            .flatMap(draft -> draft.signatures().signatures().stream())
            .filter(signature -> signature.as() == Signatory.CLINICIAN)
            .map(Signature::person)
            .findFirst()
            .or(
                () ->
                    content(plan)
                        .interventions()
                        .map(each -> each.responsible().value())
                        .findFirst())
            .orElse(plan.patient().value());
    var type = author.equals(plan.patient().value()) ? "Patient" : "Practitioner";
    return Provenances.of("CarePlan", plan.id().value(), kept.updatedAt(), author, type);
  }
}
