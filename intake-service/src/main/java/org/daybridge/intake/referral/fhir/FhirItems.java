package org.daybridge.intake.referral.fhir;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.daybridge.contract.intake.ReportedItemId;
import org.daybridge.intake.referral.ReportedItem;
import org.daybridge.kit.decision.Ids;
import org.hl7.fhir.r4.model.AllergyIntolerance;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Condition;
import org.hl7.fhir.r4.model.Coverage;
import org.hl7.fhir.r4.model.Medication;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Type;
import org.jspecify.annotations.Nullable;

/** What FHIR resources report, as items of a referral. */
final class FhirItems {
  private static final int LONGEST = 500;
  private static final Set<String> ACTIVE = Set.of("active", "recurrence", "relapse");

  private FhirItems() {}

  static boolean isActive(Condition condition) {
    if (!condition.hasClinicalStatus()) {
      return true;
    }
    return condition.getClinicalStatus().getCoding().stream()
        .anyMatch(coding -> ACTIVE.contains(coding.getCode()));
  }

  /** An allergy counts unless somebody refuted it or entered it in error. */
  static boolean isHeld(AllergyIntolerance allergy) {
    return allergy.getVerificationStatus().getCoding().stream()
        .noneMatch(coding -> Set.of("refuted", "entered-in-error").contains(coding.getCode()));
  }

  static Optional<ReportedItem> of(
      ReportedItem.Kind kind, CodeableConcept concept, @Nullable String criticality) {
    List<Coding> codings = concept.getCoding();
    Coding coding = codings.isEmpty() ? new Coding() : codings.getFirst();
    String text = text(concept, coding);
    if (text.isBlank()) {
      return Optional.empty();
    }
    return Optional.of(
        new ReportedItem(
            new ReportedItemId(Ids.next()),
            kind,
            system(coding),
            coding.getCode(),
            text.length() > LONGEST ? text.substring(0, LONGEST) : text,
            criticality));
  }

  static Optional<ReportedItem> medication(
      @Nullable Type medication, Map<String, Medication> known) {
    if (medication instanceof CodeableConcept concept) {
      return of(ReportedItem.Kind.MEDICATION, concept, null);
    }
    if (medication instanceof Reference reference) {
      Medication referred = known.get(reference.getReference());
      if (referred != null) {
        return of(ReportedItem.Kind.MEDICATION, referred.getCode(), null);
      }
    }
    return Optional.empty();
  }

  static Optional<ReportedItem> coverage(Coverage coverage) {
    String payor =
        coverage.getPayor().stream()
            .map(Reference::getDisplay)
            .filter(display -> display != null && !display.isBlank())
            .findFirst()
            .orElse("");
    if (payor.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new ReportedItem(
            new ReportedItemId(Ids.next()),
            ReportedItem.Kind.COVERAGE,
            null,
            null,
            payor.length() > LONGEST ? payor.substring(0, LONGEST) : payor,
            null));
  }

  private static String text(CodeableConcept concept, Coding coding) {
    if (concept.hasText()) {
      return concept.getText();
    }
    return coding.hasDisplay()
        ? coding.getDisplay()
        : String.valueOf(coding.getCode() == null ? "" : coding.getCode());
  }

  private static @Nullable String system(Coding coding) {
    return coding.getSystem() == null ? null : coding.getSystem().toLowerCase(Locale.ROOT);
  }
}
