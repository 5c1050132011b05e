package org.daybridge.medication.medicationlist.fhir;

import ca.uhn.fhir.model.api.TemporalPrecisionEnum;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Date;
import org.daybridge.kit.fhir.Provenances;
import org.daybridge.kit.fhir.SecurityLabels;
import org.daybridge.medication.medicationlist.ListedMedication;
import org.daybridge.medication.medicationlist.ListedMedication.Source;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.MedicationStatement;
import org.hl7.fhir.r4.model.MedicationStatement.MedicationStatementStatus;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.Provenance;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.Reference;

/** A listed medication as MedicationStatement. */
final class MedicationStatementResources {
  private static final String RXNORM = "http://www.nlm.nih.gov/research/umls/rxnorm";

  private MedicationStatementResources() {}

  static MedicationStatement of(ListedMedication listed) {
    var statement = new MedicationStatement();
    statement.setId(listed.medicationId().toString());
    statement.getMeta().setVersionId(Integer.toString(listed.version()));
    SecurityLabels.apply(listed.labels(), statement.getMeta());
    statement.setStatus(
        switch (listed.status()) {
          case ACTIVE -> MedicationStatementStatus.ACTIVE;
          case STOPPED -> MedicationStatementStatus.STOPPED;
          case ENTERED_IN_ERROR -> MedicationStatementStatus.ENTEREDINERROR;
        });
    statement.setMedication(medication(listed));
    statement.setSubject(new Reference("Patient/" + listed.patientId()));
    if (listed.startsOn() != null || listed.endsOn() != null) {
      statement.setEffective(period(listed));
    }
    statement.setDateAsserted(Date.from(listed.recordedAt()));
    if (listed.doseMgPerDay() != null) {
      var dosage = statement.addDosage();
      dosage
          .getMaxDosePerPeriod()
          .setNumerator(quantity(listed.doseMgPerDay(), "mg"))
          .setDenominator(quantity(1, "d"));
      if (listed.route() != null) {
        dosage.getRoute().setText(listed.route());
      }
    }
    if (listed.indication() != null) {
      statement.addReasonCode().setText(listed.indication());
    }
    return statement;
  }

  static String status(ListedMedication listed) {
    return switch (listed.status()) {
      case ACTIVE -> "active";
      case STOPPED -> "stopped";
      case ENTERED_IN_ERROR -> "entered-in-error";
    };
  }

  private static CodeableConcept medication(ListedMedication listed) {
    var concept = new CodeableConcept();
    if (listed.rxcui() != null) {
      concept.addCoding().setSystem(RXNORM).setCode(listed.rxcui());
    }
    if (listed.name() != null) {
      concept.setText(listed.name());
    } else if (listed.rxcui() == null) {
      concept.setText("reported without a code");
    }
    return concept;
  }

  private static Period period(ListedMedication listed) {
    var period = new Period();
    if (listed.startsOn() != null) {
      period.setStartElement(day(listed.startsOn()));
    }
    if (listed.endsOn() != null) {
      period.setEndElement(day(listed.endsOn()));
    }
    return period;
  }

  private static DateTimeType day(LocalDate day) {
    return new DateTimeType(
        Date.from(day.atStartOfDay(ZoneOffset.UTC).toInstant()),
        TemporalPrecisionEnum.DAY,
        java.util.TimeZone.getTimeZone("UTC"));
  }

  private static Quantity quantity(double value, String code) {
    var quantity = new Quantity();
    quantity.setValue(value).setSystem("http://unitsofmeasure.org").setCode(code).setUnit(code);
    return quantity;
  }

  static Provenance provenance(ListedMedication listed) {
    return Provenances.of(
        "MedicationStatement",
        listed.medicationId(),
        listed.recordedAt(),
        listed.recordedBy(),
        listed.source() == Source.PATIENT ? "Patient" : "Practitioner");
  }
}
