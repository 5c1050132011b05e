package org.daybridge.intake.patient.fhir;

import java.time.ZoneOffset;
import java.util.Date;
import java.util.UUID;
import org.daybridge.intake.patient.Patient;
import org.daybridge.intake.patient.PatientFhirSearch;
import org.daybridge.kit.fhir.Provenances;
import org.daybridge.kit.fhir.SecurityLabels;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.ContactPoint;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.Enumerations;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.HumanName;
import org.hl7.fhir.r4.model.Provenance;

/** Patients as US Core resources. */
final class PatientResources {
  static final String US_CORE = "http://hl7.org/fhir/us/core/StructureDefinition/us-core-patient";
  static final String OWN_SYSTEM = "urn:ietf:rfc:3986";

  private PatientResources() {}

  static org.hl7.fhir.r4.model.Patient patient(Patient patient) {
    org.hl7.fhir.r4.model.Patient resource = new org.hl7.fhir.r4.model.Patient();
    resource.setId(patient.id().value().toString());
    resource.getMeta().addProfile(US_CORE).setVersionId(Long.toString(patient.version()));
    SecurityLabels.apply(patient.labels(), resource.getMeta());
    resource.addIdentifier().setSystem(OWN_SYSTEM).setValue("urn:uuid:" + patient.id());
    patient
        .identifiers()
        .forEach(
            identifier ->
                resource
                    .addIdentifier()
                    .setSystem(identifier.system())
                    .setValue(identifier.value()));
    resource.addName(
        new HumanName()
            .setUse(HumanName.NameUse.OFFICIAL)
            .setFamily(patient.name().family())
            .addGiven(patient.name().given()));
    resource.setGender(Enumerations.AdministrativeGender.fromCode(patient.sex().code()));
    resource.setBirthDateElement(new DateType(patient.birthDate().toString()));
    contact(patient.contact(), resource);
    resource.addExtension(
        new Extension("http://hl7.org/fhir/us/core/StructureDefinition/us-core-sex")
            .setValue(new CodeType(sexCode(patient.sex()))));
    if (patient.deceasedAt() != null) {
      DateTimeType at = new DateTimeType(Date.from(patient.deceasedAt()));
      at.setTimeZone(java.util.TimeZone.getTimeZone(ZoneOffset.UTC));
      resource.setDeceased(at);
    }
    return resource;
  }

  static Provenance provenance(PatientFhirSearch.Change change, UUID id) {
    return Provenances.of("Patient", id, change.at(), change.by(), "Practitioner");
  }

  private static void contact(Patient.Contact contact, org.hl7.fhir.r4.model.Patient resource) {
    if (contact.phone() != null) {
      resource
          .addTelecom()
          .setSystem(ContactPoint.ContactPointSystem.PHONE)
          .setValue(contact.phone());
    }
    if (contact.email() != null) {
      resource
          .addTelecom()
          .setSystem(ContactPoint.ContactPointSystem.EMAIL)
          .setValue(contact.email());
    }
    if (contact.address() != null) {
      resource.addAddress().setText(contact.address());
    }
    if (contact.preferredLanguage() != null) {
      resource
          .addCommunication()
          .getLanguage()
          .addCoding()
          .setSystem("urn:ietf:bcp:47")
          .setCode(contact.preferredLanguage());
    }
  }

  /** US Core's sex extension: SNOMED codes, or unknown. */
  private static String sexCode(Patient.Sex sex) {
    return switch (sex) {
      case FEMALE -> "248152002";
      case MALE -> "248153007";
      case OTHER, UNKNOWN -> "184115007";
    };
  }
}
