package org.daybridge.medication.cdshooks.fhir;

import ca.uhn.fhir.parser.DataFormatException;
import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.daybridge.kit.fhir.FhirContexts;
import org.daybridge.kit.problem.BadRequest;
import org.daybridge.medication.safety.AllergyEntry;
import org.daybridge.medication.safety.MedicationEntry;
import org.daybridge.medication.safety.PatientFacts;
import org.daybridge.medication.safety.SafetyCheck;
import org.daybridge.medication.safety.StatedCondition;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.AllergyIntolerance;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Condition;
import org.hl7.fhir.r4.model.MedicationRequest;
import org.hl7.fhir.r4.model.MedicationStatement;
import org.hl7.fhir.r4.model.Patient;

/**
 * Turns a hook's context and prefetch into a safety check. Only what was sent counts: this service
 * never calls back into the other system, and what it did not send it is told as not looked at.
 */
@ApplicationScoped
class HookReader {
  private final Clock clock;

  HookReader(Clock clock) {
    this.clock = clock;
  }

  SafetyCheck read(JsonNode hook) {
    var prefetch = hook.path("prefetch");
    var context = hook.path("context");
    var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    var medications = new ArrayList<MedicationEntry>();
    resources(prefetch.path("medications"))
        .flatMap(r -> taken(r).stream())
        .forEach(medications::add);
    resources(context.path("draftOrders"))
        .filter(MedicationRequest.class::isInstance)
        .map(r -> MedicationEntries.of((MedicationRequest) r, true))
        .forEach(medications::add);
    return new SafetyCheck(
        today,
        clock.instant(),
        facts(prefetch, today),
        medications,
        resources(prefetch.path("allergies"))
            .filter(AllergyIntolerance.class::isInstance)
            .map(r -> allergy((AllergyIntolerance) r))
            .toList());
  }

  private static Optional<MedicationEntry> taken(IBaseResource resource) {
    return switch (resource) {
      case MedicationRequest request
          when request.getStatus() == MedicationRequest.MedicationRequestStatus.ACTIVE ->
          Optional.of(MedicationEntries.of(request, false));
      case MedicationStatement statement
          when statement.getStatus() == MedicationStatement.MedicationStatementStatus.ACTIVE ->
          Optional.of(MedicationEntries.of(statement));
      default -> Optional.empty();
    };
  }

  private static PatientFacts facts(JsonNode prefetch, LocalDate today) {
    var patient =
        resources(prefetch.path("patient"))
            .filter(Patient.class::isInstance)
            .map(Patient.class::cast)
            .findFirst();
    return new PatientFacts(
        patient.map(p -> age(p, today)).orElse(null),
        patient.map(HookReader::sex).orElse(null),
        resources(prefetch.path("conditions"))
            .filter(Condition.class::isInstance)
            .map(r -> condition((Condition) r))
            .toList(),
        null,
        null,
        null,
        null,
        null,
        null,
        "outpatient",
        List.of(),
        List.of(),
        null,
        null,
        null);
  }

  private static Integer age(Patient patient, LocalDate today) {
    return patient.getBirthDate() == null
        ? null
        : Period.between(
                patient.getBirthDate().toInstant().atZone(ZoneOffset.UTC).toLocalDate(), today)
            .getYears();
  }

  private static String sex(Patient patient) {
    return patient.getGender() == null ? null : patient.getGender().toCode();
  }

  private static StatedCondition condition(Condition condition) {
    var code = condition.getCode();
    var coding = code.getCodingFirstRep();
    return new StatedCondition(
        coding.getCode(), code.hasText() ? code.getText() : coding.getDisplay());
  }

  private static AllergyEntry allergy(AllergyIntolerance allergy) {
    CodeableConcept code = allergy.getCode();
    return new AllergyEntry(
        MedicationEntries.name(code),
        MedicationEntries.rxcui(code),
        allergy.getCategory().isEmpty()
            ? null
            : allergy.getCategory().getFirst().getValue().toCode(),
        allergy.getType() == AllergyIntolerance.AllergyIntoleranceType.INTOLERANCE);
  }

  /** A resource, or the resources of a bundle. */
  private static Stream<IBaseResource> resources(JsonNode node) {
    if (node.isMissingNode() || node.isNull()) {
      return Stream.empty();
    }
    try {
      IBaseResource resource = FhirContexts.json().parseResource(node.toString());
      return resource instanceof Bundle bundle
          ? bundle.getEntry().stream().map(Bundle.BundleEntryComponent::getResource)
          : Stream.of(resource);
    } catch (DataFormatException e) {
      throw BadRequest.field("prefetch", "holds what does not read as FHIR R4");
    }
  }
}
