package org.daybridge.medication.adherence.fhir;

import java.time.LocalDate;
import java.util.Date;
import org.daybridge.kit.fhir.Provenances;
import org.daybridge.kit.fhir.SecurityLabels;
import org.daybridge.medication.adherence.ObservedDoseQuery.ObservedDose;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.MedicationAdministration;
import org.hl7.fhir.r4.model.MedicationAdministration.MedicationAdministrationStatus;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.Provenance;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.SimpleQuantity;

/** A report of observed doses as MedicationAdministration. */
final class MedicationAdministrationResources {
  private static final String RXNORM = "http://www.nlm.nih.gov/research/umls/rxnorm";
  private static final String UCUM = "http://unitsofmeasure.org";
  private static final String CATEGORY =
      "http://terminology.hl7.org/CodeSystem/medication-admin-category";

  private MedicationAdministrationResources() {}

  static MedicationAdministration of(ObservedDose dose) {
    var administration = new MedicationAdministration();
    administration.setId(dose.reportId().toString());
    administration.getMeta().setVersionId("1").setLastUpdated(Date.from(dose.reportedAt()));
    SecurityLabels.apply(dose.labels(), administration.getMeta());
    administration.setStatus(
        dose.given()
            ? MedicationAdministrationStatus.COMPLETED
            : MedicationAdministrationStatus.NOTDONE);
    if (!dose.given()) {
      dose.barriers().forEach(b -> administration.addStatusReason().setText(b));
    }
    administration.getCategory().addCoding(new Coding(CATEGORY, "outpatient", "Outpatient"));
    administration.setMedication(medication(dose));
    administration.setSubject(new Reference("Patient/" + dose.patientId()));
    if (dose.from().equals(dose.to())) {
      administration.setEffective(day(dose.from()));
    } else {
      administration.setEffective(
          new Period().setStartElement(day(dose.from())).setEndElement(day(dose.to())));
    }
    administration.addPerformer().setActor(new Reference("Practitioner/" + dose.observedBy()));
    if (dose.orderId() != null) {
      administration.setRequest(new Reference("MedicationRequest/" + dose.orderId()));
    }
    dosage(administration, dose);
    if (dose.dosesTaken() != null && dose.dosesPlanned() != null) {
      administration
          .addNote()
          .setText("%d of %d doses".formatted(dose.dosesTaken(), dose.dosesPlanned()));
    }
    return administration;
  }

  /** What one dose was, as the order said for those days. */
  private static void dosage(MedicationAdministration administration, ObservedDose dose) {
    if (dose.amount() == null || dose.unit() == null) {
      return;
    }
    var unit =
        switch (dose.unit()) {
          case "MCG" -> "ug";
          case "G" -> "g";
          default -> "mg";
        };
    administration
        .getDosage()
        .setDose(
            new SimpleQuantity()
                .setValue(dose.amount())
                .setUnit(unit)
                .setSystem(UCUM)
                .setCode(unit));
    if (dose.route() != null) {
      administration.getDosage().getRoute().setText(dose.route());
    }
  }

  private static CodeableConcept medication(ObservedDose dose) {
    var concept = new CodeableConcept();
    if (dose.rxcui() != null) {
      concept.addCoding(new Coding(RXNORM, dose.rxcui(), dose.name()));
    }
    return concept.setText(dose.name() == null ? "not stated by the report" : dose.name());
  }

  private static DateTimeType day(LocalDate day) {
    return new DateTimeType(day.toString());
  }

  static Provenance provenance(ObservedDose dose) {
    return Provenances.of(
        "MedicationAdministration",
        dose.reportId(),
        dose.reportedAt(),
        dose.observedBy(),
        "Practitioner");
  }
}
