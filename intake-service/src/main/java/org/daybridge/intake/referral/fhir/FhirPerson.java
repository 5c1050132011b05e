package org.daybridge.intake.referral.fhir;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.daybridge.intake.patient.NewPerson;
import org.daybridge.intake.patient.Patient;
import org.daybridge.kit.problem.BadRequest;
import org.hl7.fhir.r4.model.ContactPoint;
import org.hl7.fhir.r4.model.HumanName;
import org.hl7.fhir.r4.model.StringType;
import org.jspecify.annotations.Nullable;

/** A FHIR Patient as the person of a referral. */
record FhirPerson(org.hl7.fhir.r4.model.Patient patient) {

  NewPerson toPerson() {
    HumanName name =
        patient.getName().stream()
            .filter(n -> n.getUse() == HumanName.NameUse.OFFICIAL)
            .findFirst()
            .or(() -> patient.getName().stream().findFirst())
            .orElseThrow(() -> BadRequest.field("Patient.name", "must be given"));
    String given =
        name.getGiven().stream().map(StringType::getValue).collect(Collectors.joining(" "));
    if (name.getFamily() == null || name.getFamily().isBlank() || given.isBlank()) {
      throw BadRequest.field("Patient.name", "needs family and given");
    }
    if (patient.getBirthDateElement().getValueAsString() == null) {
      throw BadRequest.field("Patient.birthDate", "must be given");
    }
    return new NewPerson(
        new Patient.Name(name.getFamily().trim(), given.trim()),
        ReferralBundle.day(patient.getBirthDateElement().getValueAsString()),
        sex(),
        new Patient.Contact(
            telecom(ContactPoint.ContactPointSystem.PHONE),
            telecom(ContactPoint.ContactPointSystem.EMAIL),
            address(),
            language(),
            false),
        identifiers());
  }

  private Patient.Sex sex() {
    return patient.getGender() == null
        ? Patient.Sex.UNKNOWN
        : Patient.Sex.valueOf(patient.getGender().toCode().toUpperCase(Locale.ROOT));
  }

  private @Nullable String telecom(ContactPoint.ContactPointSystem system) {
    return patient.getTelecom().stream()
        .filter(point -> point.getSystem() == system && point.getValue() != null)
        .map(ContactPoint::getValue)
        .findFirst()
        .orElse(null);
  }

  private @Nullable String address() {
    return patient.getAddress().stream()
        .map(
            a ->
                a.hasText()
                    ? a.getText()
                    : String.join(
                        ", ",
                        java.util.stream.Stream.concat(
                                a.getLine().stream().map(StringType::getValue),
                                java.util.stream.Stream.of(
                                    a.getCity(), a.getState(), a.getPostalCode()))
                            .filter(part -> part != null && !part.isBlank())
                            .toList()))
        .filter(text -> !text.isBlank())
        .findFirst()
        .orElse(null);
  }

  private @Nullable String language() {
    return patient.getCommunication().stream()
        .flatMap(c -> c.getLanguage().getCoding().stream())
        .map(org.hl7.fhir.r4.model.Coding::getCode)
        .filter(code -> code != null && code.length() <= 20)
        .findFirst()
        .orElse(null);
  }

  private List<Patient.Identifier> identifiers() {
    return patient.getIdentifier().stream()
        .filter(i -> i.getSystem() != null && i.getValue() != null)
        .limit(20)
        .map(i -> new Patient.Identifier(i.getSystem(), i.getValue()))
        .toList();
  }

  @Override
  public String toString() {
    return "FhirPerson[…]";
  }
}
