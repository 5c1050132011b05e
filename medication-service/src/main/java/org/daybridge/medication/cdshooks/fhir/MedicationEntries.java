package org.daybridge.medication.cdshooks.fhir;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.daybridge.medication.safety.MedicationEntry;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Dosage;
import org.hl7.fhir.r4.model.MedicationRequest;
import org.hl7.fhir.r4.model.MedicationStatement;
import org.hl7.fhir.r4.model.Timing;
import org.jspecify.annotations.Nullable;

/**
 * Medications of other systems as entries of a safety check; a dose that does not read stays empty.
 */
public final class MedicationEntries {
  private static final String RXNORM = "http://www.nlm.nih.gov/research/umls/rxnorm";
  private static final Map<String, Double> MILLIGRAMS =
      Map.of("mg", 1.0, "g", 1000.0, "ug", 0.001, "mcg", 0.001);

  private MedicationEntries() {}

  static MedicationEntry of(MedicationRequest request, boolean proposed) {
    var code =
        request.hasMedicationCodeableConcept() ? request.getMedicationCodeableConcept() : null;
    return entry(
        code,
        request.getDosageInstruction(),
        day(request.getAuthoredOn()),
        null,
        proposed,
        request.getDispenseRequest().hasNumberOfRepeatsAllowed()
            ? request.getDispenseRequest().getNumberOfRepeatsAllowed()
            : null,
        request.getReasonCode().isEmpty() ? null : name(request.getReasonCode().getFirst()));
  }

  static MedicationEntry of(MedicationStatement statement) {
    var code =
        statement.hasMedicationCodeableConcept() ? statement.getMedicationCodeableConcept() : null;
    boolean hasPeriod = statement.hasEffectivePeriod();
    return entry(
        code,
        statement.getDosage(),
        hasPeriod ? day(statement.getEffectivePeriod().getStart()) : null,
        hasPeriod ? day(statement.getEffectivePeriod().getEnd()) : null,
        false,
        null,
        null);
  }

  private static MedicationEntry entry(
      @Nullable CodeableConcept code,
      List<Dosage> dosages,
      @Nullable LocalDate start,
      @Nullable LocalDate end,
      boolean proposed,
      @Nullable Integer refills,
      @Nullable String indication) {
    var name = code == null ? null : name(code);
    var rxcui = code == null ? null : rxcui(code);
    return new MedicationEntry(
        name == null && rxcui == null ? "a medication without a code" : name,
        rxcui,
        perDay(dosages),
        dosages.isEmpty() ? null : name(dosages.getFirst().getRoute()),
        null,
        proposed ? null : start,
        end,
        proposed,
        refills,
        indication,
        null,
        null,
        null,
        false);
  }

  static @Nullable String rxcui(CodeableConcept code) {
    return code.getCoding().stream()
        .filter(coding -> RXNORM.equals(coding.getSystem()))
        .map(coding -> coding.getCode())
        .findFirst()
        .orElse(null);
  }

  public static @Nullable String name(CodeableConcept code) {
    if (code.hasText()) {
      return code.getText();
    }
    return code.hasCoding() ? code.getCodingFirstRep().getDisplay() : null;
  }

  /** Milligrams a day, if every part of the dosage says so plainly. */
  public static @Nullable Double perDay(List<Dosage> dosages) {
    double total = 0;
    for (var dosage : dosages) {
      var part = perDay(dosage);
      if (part == null) {
        return null;
      }
      total += part;
    }
    return total > 0 ? total : null;
  }

  private static @Nullable Double perDay(Dosage dosage) {
    if (!dosage.hasDoseAndRate() || !dosage.getDoseAndRateFirstRep().hasDoseQuantity()) {
      return null;
    }
    var quantity = dosage.getDoseAndRateFirstRep().getDoseQuantity();
    var unit = quantity.hasCode() ? quantity.getCode() : quantity.getUnit();
    var milligrams = unit == null ? null : MILLIGRAMS.get(unit.toLowerCase(Locale.ROOT));
    var times = timesPerDay(dosage.getTiming());
    return milligrams == null || times == null || quantity.getValue() == null
        ? null
        : quantity.getValue().doubleValue() * milligrams * times;
  }

  private static @Nullable Double timesPerDay(Timing timing) {
    var repeat = timing.getRepeat();
    if (repeat.getPeriodUnit() == null || !repeat.hasPeriod()) {
      return null;
    }
    double days =
        switch (repeat.getPeriodUnit()) {
          case H -> 1.0 / 24;
          case D -> 1;
          case WK -> 7;
          default -> 0;
        };
    int frequency = repeat.hasFrequency() ? repeat.getFrequency() : 1;
    return days == 0 ? null : frequency / (repeat.getPeriod().doubleValue() * days);
  }

  private static @Nullable LocalDate day(@Nullable Date date) {
    return date == null ? null : date.toInstant().atZone(ZoneOffset.UTC).toLocalDate();
  }
}
