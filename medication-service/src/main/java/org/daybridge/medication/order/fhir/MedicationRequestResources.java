package org.daybridge.medication.order.fhir;

import java.util.Date;
import java.util.UUID;
import org.daybridge.kit.fhir.Provenances;
import org.daybridge.kit.fhir.SecurityLabels;
import org.daybridge.medication.order.OrderView;
import org.daybridge.medication.order.OrderView.Version;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Dosage;
import org.hl7.fhir.r4.model.Duration;
import org.hl7.fhir.r4.model.MedicationRequest;
import org.hl7.fhir.r4.model.MedicationRequest.MedicationRequestIntent;
import org.hl7.fhir.r4.model.MedicationRequest.MedicationRequestStatus;
import org.hl7.fhir.r4.model.Provenance;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.SimpleQuantity;
import org.hl7.fhir.r4.model.Timing;
import org.hl7.fhir.r4.model.Timing.UnitsOfTime;

/** An order and one of its doses as US Core MedicationRequest. */
final class MedicationRequestResources {
  private static final String PROFILE =
      "http://hl7.org/fhir/us/core/StructureDefinition/us-core-medicationrequest";
  private static final String RXNORM = "http://www.nlm.nih.gov/research/umls/rxnorm";
  private static final String ICD10 = "http://hl7.org/fhir/sid/icd-10-cm";
  private static final String UCUM = "http://unitsofmeasure.org";
  private static final String CATEGORY =
      "http://terminology.hl7.org/CodeSystem/medicationrequest-category";
  private static final String STOPPED =
      "http://terminology.hl7.org/CodeSystem/medicationrequest-status-reason";

  private MedicationRequestResources() {}

  static MedicationRequest of(OrderView order, Version dose) {
    boolean superseded = dose.supersededAt() != null;
    var request = new MedicationRequest();
    request.setId(order.orderId().toString());
    request.getMeta().addProfile(PROFILE).setVersionId(Integer.toString(dose.number()));
    request.getMeta().setLastUpdated(Date.from(lastUpdated(order, dose)));
    SecurityLabels.apply(order.labels(), request.getMeta());
    request.setStatus(superseded ? MedicationRequestStatus.STOPPED : status(order.status()));
    if (!superseded && order.statusReason() != null) {
      request.getStatusReason().setText(order.statusReason());
      reason(order.statusReason(), request.getStatusReason());
    }
    request.setIntent(MedicationRequestIntent.ORDER);
    request.addCategory().addCoding(new Coding(CATEGORY, "community", "Community"));
    request.setReported(new BooleanType(false));
    request.setMedication(medication(order));
    request.setSubject(new Reference("Patient/" + order.patientId()));
    request.setAuthoredOn(Date.from(dose.writtenAt()));
    request.setRequester(new Reference("Practitioner/" + dose.writtenBy()));
    request.addReasonCode(indication(dose));
    request.addDosageInstruction(dosage(dose));
    dispense(request, dose);
    request.getSubstitution().setAllowed(new BooleanType(true));
    return request;
  }

  private static java.time.Instant lastUpdated(OrderView order, Version dose) {
    return order.statusChangedAt().isAfter(dose.writtenAt())
        ? order.statusChangedAt()
        : dose.writtenAt();
  }

  static MedicationRequestStatus status(String status) {
    return switch (status) {
      case "ACTIVE" -> MedicationRequestStatus.ACTIVE;
      case "ON_HOLD" -> MedicationRequestStatus.ONHOLD;
      case "COMPLETED" -> MedicationRequestStatus.COMPLETED;
      default -> MedicationRequestStatus.STOPPED;
    };
  }

  private static void reason(String reason, CodeableConcept concept) {
    var code =
        switch (reason) {
          case "ALLERGIC_REACTION" -> "salg";
          case "SIDE_EFFECT" -> "sintol";
          case "REPLACED" -> "altchoice";
          default -> null;
        };
    if (code != null) {
      concept.addCoding().setSystem(STOPPED).setCode(code);
    }
  }

  private static CodeableConcept medication(OrderView order) {
    var concept = new CodeableConcept();
    concept.addCoding(new Coding(RXNORM, order.rxcui(), order.name()));
    return concept.setText(order.name());
  }

  private static CodeableConcept indication(Version dose) {
    var concept = new CodeableConcept();
    if (dose.indicationCode() != null) {
      concept.addCoding().setSystem(ICD10).setCode(dose.indicationCode());
    }
    return concept.setText(dose.indication() == null ? "not stated" : dose.indication());
  }

  private static Dosage dosage(Version dose) {
    var dosage = new Dosage();
    dosage.setSequence(1).setText(text(dose));
    dosage.setTiming(timing(dose));
    dosage.setAsNeeded(new BooleanType(dose.asNeeded()));
    dosage.getRoute().setText(dose.route());
    dosage
        .addDoseAndRate()
        .setDose(
            new SimpleQuantity()
                .setValue(dose.amount())
                .setUnit(unit(dose.unit()))
                .setSystem(UCUM)
                .setCode(unit(dose.unit())));
    return dosage;
  }

  private static Timing timing(Version dose) {
    var timing = new Timing();
    var repeat = timing.getRepeat();
    repeat.setFrequency(dose.frequency()).setPeriod(dose.period());
    repeat.setPeriodUnit(
        switch (dose.periodUnit()) {
          case "HOUR" -> UnitsOfTime.H;
          case "WEEK" -> UnitsOfTime.WK;
          case "MONTH" -> UnitsOfTime.MO;
          default -> UnitsOfTime.D;
        });
    dose.times().forEach(time -> repeat.addTimeOfDay(time + ":00"));
    return timing;
  }

  private static String text(Version dose) {
    return "%s %s %s, %d times every %d %s%s"
        .formatted(
            dose.amount().toPlainString(),
            unit(dose.unit()),
            dose.route(),
            dose.frequency(),
            dose.period(),
            dose.periodUnit().toLowerCase(java.util.Locale.ROOT),
            dose.asNeeded() ? ", as needed" : "");
  }

  private static String unit(String unit) {
    return switch (unit) {
      case "MCG" -> "ug";
      case "G" -> "g";
      default -> "mg";
    };
  }

  private static void dispense(MedicationRequest request, Version dose) {
    var dispense = request.getDispenseRequest();
    dispense.setNumberOfRepeatsAllowed(dose.refills());
    dispense.getValidityPeriod().setStart(Date.from(dose.writtenAt()));
    if (dose.quantity() != null) {
      dispense.setQuantity(new Quantity().setValue(dose.quantity()));
    }
    if (dose.supplyDays() != null) {
      var days = new Duration();
      days.setValue(dose.supplyDays()).setUnit("days").setSystem(UCUM).setCode("d");
      dispense.setExpectedSupplyDuration(days);
    }
  }

  static Provenance provenance(OrderView order) {
    UUID author = order.current().writtenBy();
    return Provenances.of(
        "MedicationRequest", order.orderId(), order.current().writtenAt(), author, "Practitioner");
  }
}
