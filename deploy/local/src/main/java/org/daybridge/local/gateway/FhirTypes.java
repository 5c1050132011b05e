package org.daybridge.local.gateway;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.daybridge.local.ServiceName;

/** Which service holds which FHIR resource type. A type lives in exactly one. */
final class FhirTypes {

  private static final Map<ServiceName, Set<String>> HELD =
      Map.of(
          ServiceName.INTAKE,
          Set.of(
              "Patient",
              "RelatedPerson",
              "ServiceRequest",
              "EpisodeOfCare",
              "Condition",
              "Coverage",
              "CareTeam",
              "Consent",
              "HealthcareService",
              "Organization"),
          ServiceName.SCHEDULING,
          Set.of(
              "Location",
              "Practitioner",
              "PractitionerRole",
              "Schedule",
              "Slot",
              "Appointment",
              "AppointmentResponse",
              "Encounter",
              "Group"),
          ServiceName.CLINICAL_RECORDS,
          Set.of("DocumentReference", "CarePlan", "Goal", "Procedure", "Task", "DiagnosticReport"),
          ServiceName.MEDICATION,
          Set.of(
              "MedicationRequest",
              "MedicationStatement",
              "Medication",
              "AllergyIntolerance",
              "DetectedIssue",
              "MedicationAdministration"),
          ServiceName.OUTCOMES,
          Set.of("Questionnaire", "QuestionnaireResponse", "Observation", "MeasureReport", "Flag"));

  private static final Map<String, ServiceName> HOLDER =
      HELD.entrySet().stream()
          .flatMap(it -> it.getValue().stream().map(type -> Map.entry(type, it.getKey())))
          .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

  private FhirTypes() {}

  static Optional<ServiceName> holderOf(String type) {
    return Optional.ofNullable(HOLDER.get(type));
  }
}
