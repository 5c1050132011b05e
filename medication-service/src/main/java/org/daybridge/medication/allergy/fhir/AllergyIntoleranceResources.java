package org.daybridge.medication.allergy.fhir;

import java.util.Date;
import org.daybridge.kit.fhir.Provenances;
import org.daybridge.kit.fhir.SecurityLabels;
import org.daybridge.medication.allergy.Allergy;
import org.daybridge.medication.allergy.Allergy.Status;
import org.hl7.fhir.r4.model.AllergyIntolerance;
import org.hl7.fhir.r4.model.AllergyIntolerance.AllergyIntoleranceCategory;
import org.hl7.fhir.r4.model.AllergyIntolerance.AllergyIntoleranceCriticality;
import org.hl7.fhir.r4.model.AllergyIntolerance.AllergyIntoleranceType;
import org.hl7.fhir.r4.model.Provenance;
import org.hl7.fhir.r4.model.Reference;

/** An allergy as US Core AllergyIntolerance. */
final class AllergyIntoleranceResources {
  static final String CLINICAL =
      "http://terminology.hl7.org/CodeSystem/allergyintolerance-clinical";
  private static final String VERIFICATION =
      "http://terminology.hl7.org/CodeSystem/allergyintolerance-verification";
  private static final String PROFILE =
      "http://hl7.org/fhir/us/core/StructureDefinition/us-core-allergyintolerance";

  private AllergyIntoleranceResources() {}

  static AllergyIntolerance of(Allergy allergy) {
    var resource = new AllergyIntolerance();
    resource.setId(allergy.allergyId().toString());
    resource.getMeta().addProfile(PROFILE).setVersionId(Integer.toString(allergy.version()));
    SecurityLabels.apply(allergy.labels(), resource.getMeta());
    if (allergy.status() != Status.ENTERED_IN_ERROR) {
      resource
          .getClinicalStatus()
          .addCoding()
          .setSystem(CLINICAL)
          .setCode(clinicalStatus(allergy.status()));
    }
    resource
        .getVerificationStatus()
        .addCoding()
        .setSystem(VERIFICATION)
        .setCode(verification(allergy));
    resource.setType(
        allergy.kind() == Allergy.Kind.ALLERGY
            ? AllergyIntoleranceType.ALLERGY
            : AllergyIntoleranceType.INTOLERANCE);
    resource.addCategory(AllergyIntoleranceCategory.valueOf(allergy.category().name()));
    if (allergy.criticality() != null) {
      resource.setCriticality(
          switch (allergy.criticality()) {
            case LOW -> AllergyIntoleranceCriticality.LOW;
            case HIGH -> AllergyIntoleranceCriticality.HIGH;
            case UNABLE_TO_ASSESS -> AllergyIntoleranceCriticality.UNABLETOASSESS;
          });
    }
    code(allergy, resource);
    resource.setPatient(new Reference("Patient/" + allergy.patientId()));
    resource.setRecordedDate(Date.from(allergy.recordedAt()));
    if (allergy.reaction() != null) {
      resource.addReaction().addManifestation().setText(allergy.reaction());
    }
    return resource;
  }

  private static void code(Allergy allergy, AllergyIntolerance resource) {
    if (allergy.code() != null) {
      resource.getCode().addCoding().setSystem(allergy.codeSystem()).setCode(allergy.code());
    }
    if (allergy.substance() != null) {
      resource.getCode().setText(allergy.substance());
    } else if (allergy.code() == null) {
      resource.getCode().setText("reported without a code");
    }
  }

  static String clinicalStatus(Status status) {
    return switch (status) {
      case ACTIVE -> "active";
      case RESOLVED -> "resolved";
      case INACTIVE, REFUTED, ENTERED_IN_ERROR -> "inactive";
    };
  }

  private static String verification(Allergy allergy) {
    return switch (allergy.status()) {
      case REFUTED -> "refuted";
      case ENTERED_IN_ERROR -> "entered-in-error";
      case ACTIVE, INACTIVE, RESOLVED ->
          allergy.source() == Allergy.Source.STAFF ? "confirmed" : "unconfirmed";
    };
  }

  static Provenance provenance(Allergy allergy) {
    boolean byPatient = allergy.source() == Allergy.Source.PATIENT;
    return Provenances.of(
        "AllergyIntolerance",
        allergy.allergyId(),
        allergy.recordedAt(),
        allergy.recordedBy(),
        byPatient ? "Patient" : "Practitioner");
  }
}
