package org.daybridge.intake.referral.fhir;

import ca.uhn.fhir.parser.DataFormatException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.daybridge.intake.patient.NewPerson;
import org.daybridge.intake.referral.NewReferral;
import org.daybridge.intake.referral.Referral;
import org.daybridge.intake.referral.ReportedItem;
import org.daybridge.kit.fhir.FhirContexts;
import org.daybridge.kit.problem.BadRequest;
import org.hl7.fhir.r4.model.AllergyIntolerance;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Condition;
import org.hl7.fhir.r4.model.Coverage;
import org.hl7.fhir.r4.model.Medication;
import org.hl7.fhir.r4.model.MedicationRequest;
import org.hl7.fhir.r4.model.MedicationStatement;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.ServiceRequest;
import org.jspecify.annotations.Nullable;

/**
 * A bundle that an EHR sends to refer somebody. What a referral needs is taken: the person, active
 * conditions and medications, allergies, coverage, and what the request says of the track and its
 * urgency. Everything else is counted, so that the sender sees what was not used.
 */
final class ReferralBundle {
  static final String TRACK_SYSTEM = "https://daybridge.org/fhir/track";
  private static final int MOST_ITEMS = 500;

  private final Patient patient;
  private final List<ReportedItem> items = new ArrayList<>();
  private final Map<String, Integer> used = new TreeMap<>();
  private final Map<String, Integer> notUsed = new TreeMap<>();
  private final Map<String, Medication> medications = new HashMap<>();
  private @Nullable ServiceRequest request;

  private ReferralBundle(Patient patient) {
    this.patient = patient;
  }

  static ReferralBundle read(String json) {
    Bundle bundle;
    try {
      bundle = FhirContexts.json().parseResource(Bundle.class, json);
    } catch (DataFormatException | IllegalArgumentException | ClassCastException e) {
      throw new BadRequest("malformed-fhir", "The body is no FHIR R4 Bundle in JSON.", List.of());
    }
    if (bundle.getType() != Bundle.BundleType.TRANSACTION
        && bundle.getType() != Bundle.BundleType.COLLECTION) {
      throw BadRequest.field("Bundle.type", "must be transaction or collection");
    }
    List<Patient> patients =
        bundle.getEntry().stream()
            .map(Bundle.BundleEntryComponent::getResource)
            .filter(Patient.class::isInstance)
            .map(Patient.class::cast)
            .toList();
    if (patients.size() != 1) {
      throw BadRequest.field("Bundle.entry", "must hold exactly one Patient");
    }
    ReferralBundle read = new ReferralBundle(patients.getFirst());
    bundle.getEntry().forEach(read::learnMedication);
    bundle.getEntry().stream()
        .map(Bundle.BundleEntryComponent::getResource)
        .filter(java.util.Objects::nonNull)
        .forEach(read::take);
    return read;
  }

  /** How many resources of each type were used. */
  Map<String, Integer> used() {
    return used;
  }

  /** How many resources of each type were not used. */
  Map<String, Integer> notUsed() {
    return notUsed;
  }

  NewReferral toReferral(@Nullable String track) {
    return new NewReferral(
        person(),
        track(track),
        Referral.Source.PROVIDER,
        Referral.Channel.EHR,
        urgency(),
        asked(),
        items);
  }

  private NewPerson person() {
    return new FhirPerson(patient).toPerson();
  }

  private String track(@Nullable String named) {
    if (named != null && !named.isBlank()) {
      return named;
    }
    return Optional.ofNullable(request).stream()
        .flatMap(r -> r.getCode().getCoding().stream())
        .filter(coding -> TRACK_SYSTEM.equals(coding.getSystem()))
        .map(org.hl7.fhir.r4.model.Coding::getCode)
        .findFirst()
        .orElseThrow(
            () ->
                BadRequest.field(
                    "track", "must be given, or a ServiceRequest with a code of " + TRACK_SYSTEM));
  }

  private Referral.Urgency urgency() {
    if (request == null || request.getPriority() == null) {
      return Referral.Urgency.ROUTINE;
    }
    return switch (request.getPriority()) {
      case STAT, ASAP -> Referral.Urgency.EMERGENT;
      case URGENT -> Referral.Urgency.URGENT;
      case ROUTINE, NULL -> Referral.Urgency.ROUTINE;
    };
  }

  private @Nullable Instant asked() {
    return request == null || request.getAuthoredOn() == null
        ? null
        : request.getAuthoredOn().toInstant();
  }

  private void learnMedication(Bundle.BundleEntryComponent entry) {
    if (entry.getResource() instanceof Medication medication) {
      if (entry.getFullUrl() != null) {
        medications.put(entry.getFullUrl(), medication);
      }
      medications.put("Medication/" + medication.getIdElement().getIdPart(), medication);
    }
  }

  private void take(Resource resource) {
    boolean taken =
        switch (resource) {
          case Patient _ -> true;
          case Condition condition -> condition(condition);
          case MedicationRequest order -> order(order);
          case MedicationStatement statement -> statement(statement);
          case AllergyIntolerance allergy -> allergy(allergy);
          case Coverage coverage -> coverage(coverage);
          case Medication _ -> true;
          case ServiceRequest asked -> request(asked);
          default -> false;
        };
    (taken ? used : notUsed).merge(resource.fhirType(), 1, Integer::sum);
  }

  private boolean request(ServiceRequest asked) {
    boolean ours =
        asked.getCode().getCoding().stream()
            .anyMatch(coding -> TRACK_SYSTEM.equals(coding.getSystem()));
    if (ours) {
      request = asked;
    }
    return ours;
  }

  private boolean condition(Condition condition) {
    return FhirItems.isActive(condition)
        && add(FhirItems.of(ReportedItem.Kind.CONDITION, condition.getCode(), null));
  }

  private boolean order(MedicationRequest order) {
    boolean current =
        order.getStatus() == MedicationRequest.MedicationRequestStatus.ACTIVE
            || order.getStatus() == MedicationRequest.MedicationRequestStatus.ONHOLD;
    return current && add(FhirItems.medication(order.getMedication(), medications));
  }

  private boolean statement(MedicationStatement statement) {
    return statement.getStatus() == MedicationStatement.MedicationStatementStatus.ACTIVE
        && add(FhirItems.medication(statement.getMedication(), medications));
  }

  private boolean allergy(AllergyIntolerance allergy) {
    String criticality =
        allergy.getCriticality() == null
            ? null
            : allergy.getCriticality().toCode().toUpperCase(Locale.ROOT);
    return FhirItems.isHeld(allergy)
        && add(FhirItems.of(ReportedItem.Kind.ALLERGY, allergy.getCode(), criticality));
  }

  private boolean coverage(Coverage coverage) {
    return add(FhirItems.coverage(coverage));
  }

  private boolean add(Optional<ReportedItem> item) {
    if (item.isEmpty() || items.size() >= MOST_ITEMS) {
      return false;
    }
    items.add(item.get());
    return true;
  }

  static LocalDate day(String date) {
    try {
      return LocalDate.parse(date);
    } catch (java.time.format.DateTimeParseException e) {
      throw BadRequest.field("Patient.birthDate", "must be a whole date");
    }
  }
}
