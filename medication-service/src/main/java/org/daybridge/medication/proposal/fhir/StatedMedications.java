package org.daybridge.medication.proposal.fhir;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.daybridge.medication.cdshooks.fhir.MedicationEntries;
import org.daybridge.medication.proposal.StatedMedication;
import org.daybridge.medication.proposal.StatedMedication.Standing;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DomainResource;
import org.hl7.fhir.r4.model.Dosage;
import org.hl7.fhir.r4.model.Medication;
import org.hl7.fhir.r4.model.MedicationRequest;
import org.hl7.fhir.r4.model.MedicationStatement;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.Type;
import org.jspecify.annotations.Nullable;

/** What a MedicationRequest or a MedicationStatement states. */
final class StatedMedications {
  private static final String RXNORM = "http://www.nlm.nih.gov/research/umls/rxnorm";
  private static final int LONGEST = 300;

  private StatedMedications() {}

  /** The words and codes of a medication, and whether its reference led somewhere. */
  private record Named(
      boolean resolved, @Nullable String name, List<String> rxcuis, List<String> ingredientCodes) {}

  static StatedMedication of(
      MedicationRequest request, Map<String, Medication> known, boolean takenOff) {
    var named = named(request, request.getMedication(), known);
    return stated(
        request,
        takenOff ? Standing.NO_LONGER_TAKEN : standing(request),
        named,
        request.getDosageInstruction(),
        request.getReasonCode(),
        day(request.getAuthoredOn()),
        null);
  }

  static StatedMedication of(
      MedicationStatement statement, Map<String, Medication> known, boolean takenOff) {
    var named = named(statement, statement.getMedication(), known);
    boolean period = statement.hasEffectivePeriod();
    return stated(
        statement,
        takenOff ? Standing.NO_LONGER_TAKEN : standing(statement),
        named,
        statement.getDosage(),
        statement.getReasonCode(),
        period ? day(statement.getEffectivePeriod().getStart()) : null,
        period ? day(statement.getEffectivePeriod().getEnd()) : null);
  }

  /** An entry of a List that leads to nothing that was sent. */
  static StatedMedication unresolved(Reference item, boolean takenOff) {
    return new StatedMedication(
        "List",
        cut(item.getReference()),
        takenOff ? Standing.NO_LONGER_TAKEN : Standing.UNCLEAR,
        false,
        cut(item.getDisplay()),
        List.of(),
        List.of(),
        null,
        null,
        null,
        null,
        null,
        null);
  }

  private static StatedMedication stated(
      Resource source,
      Standing standing,
      Named named,
      List<Dosage> dosages,
      List<CodeableConcept> reasons,
      @Nullable LocalDate startsOn,
      @Nullable LocalDate endsOn) {
    return new StatedMedication(
        source.fhirType(),
        cut(source.getIdElement().getIdPart()),
        standing,
        named.resolved(),
        named.name(),
        named.rxcuis(),
        named.ingredientCodes(),
        dosages.isEmpty() ? null : cut(dosages.getFirst().getText()),
        MedicationEntries.perDay(dosages),
        dosages.isEmpty() ? null : cut(MedicationEntries.name(dosages.getFirst().getRoute())),
        reasons.isEmpty() ? null : cut(MedicationEntries.name(reasons.getFirst())),
        startsOn,
        endsOn);
  }

  private static Standing standing(MedicationRequest request) {
    boolean ordered =
        request.getIntent() == null
            || switch (request.getIntent()) {
              case ORDER, ORIGINALORDER, REFLEXORDER, FILLERORDER, INSTANCEORDER -> true;
              case PROPOSAL, PLAN, OPTION, NULL -> false;
            };
    if (request.getStatus() == null || !ordered) {
      return Standing.UNCLEAR;
    }
    return switch (request.getStatus()) {
      case ACTIVE -> request.getDoNotPerform() ? Standing.NO_LONGER_TAKEN : Standing.TAKEN;
      case STOPPED, COMPLETED, CANCELLED -> Standing.NO_LONGER_TAKEN;
      case ENTEREDINERROR -> Standing.ENTERED_IN_ERROR;
      case ONHOLD, DRAFT, UNKNOWN, NULL -> Standing.UNCLEAR;
    };
  }

  private static Standing standing(MedicationStatement statement) {
    if (statement.getStatus() == null) {
      return Standing.UNCLEAR;
    }
    return switch (statement.getStatus()) {
      case ACTIVE -> Standing.TAKEN;
      case COMPLETED, STOPPED, NOTTAKEN -> Standing.NO_LONGER_TAKEN;
      case ENTEREDINERROR -> Standing.ENTERED_IN_ERROR;
      case INTENDED, ONHOLD, UNKNOWN, NULL -> Standing.UNCLEAR;
    };
  }

  private static Named named(
      DomainResource holder, @Nullable Type stated, Map<String, Medication> known) {
    if (stated instanceof CodeableConcept concept) {
      return new Named(true, cut(MedicationEntries.name(concept)), rxcuis(concept), List.of());
    }
    if (stated instanceof Reference reference) {
      var medication = medication(holder, reference, known);
      return medication == null
          ? new Named(false, cut(reference.getDisplay()), List.of(), List.of())
          : named(medication, reference);
    }
    return new Named(true, null, List.of(), List.of());
  }

  private static Named named(Medication medication, Reference reference) {
    var name = MedicationEntries.name(medication.getCode());
    return new Named(
        true,
        cut(name == null ? reference.getDisplay() : name),
        rxcuis(medication.getCode()),
        medication.getIngredient().stream()
            .map(
                part ->
                    part.hasItemCodeableConcept()
                        ? rxcuis(part.getItemCodeableConcept()).stream().findFirst().orElse("")
                        : "")
            .toList());
  }

  private static @Nullable Medication medication(
      DomainResource holder, Reference reference, Map<String, Medication> known) {
    if (reference.getResource() instanceof Medication resolved) {
      return resolved;
    }
    return holder.getContained().stream()
        .filter(Medication.class::isInstance)
        .map(Medication.class::cast)
        .filter(medication -> FhirMedicationList.local(medication).equals(reference.getReference()))
        .findFirst()
        .orElseGet(() -> known.get(String.valueOf(reference.getReference())));
  }

  private static List<String> rxcuis(CodeableConcept concept) {
    return concept.getCoding().stream()
        .filter(coding -> RXNORM.equals(coding.getSystem()))
        .map(Coding::getCode)
        .filter(Objects::nonNull)
        .map(String::strip)
        .filter(code -> !code.isEmpty() && code.length() <= 20)
        .distinct()
        .toList();
  }

  private static @Nullable String cut(@Nullable String text) {
    if (text == null || text.isBlank()) {
      return null;
    }
    return text.length() > LONGEST ? text.substring(0, LONGEST) : text.strip();
  }

  private static @Nullable LocalDate day(@Nullable Date date) {
    return date == null ? null : date.toInstant().atZone(ZoneOffset.UTC).toLocalDate();
  }
}
