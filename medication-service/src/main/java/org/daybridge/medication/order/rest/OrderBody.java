package org.daybridge.medication.order.rest;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.daybridge.contract.intake.PatientId;
import org.daybridge.contract.medication.OrderId;
import org.daybridge.kit.decision.Ids;
import org.daybridge.kit.decision.RuleRefused;
import org.daybridge.kit.identity.Callers;
import org.daybridge.medication.order.AlertOverride;
import org.daybridge.medication.order.Encounter;
import org.daybridge.medication.order.NewDose;
import org.daybridge.medication.order.NewOrder;
import org.daybridge.medication.order.NewOrder.Consent;
import org.daybridge.medication.order.Purpose;
import org.daybridge.medication.order.Supply;
import org.daybridge.medication.order.Supply.EarlyReason;
import org.jspecify.annotations.Nullable;

/** A new order as it is sent. */
record OrderBody(
    @NotNull UUID patientId,
    @NotNull @Valid MedicationBody medication,
    @NotNull @Valid DoseBody dose,
    @Nullable @Valid SupplyBody supply,
    @NotNull @Valid PurposeBody indication,
    @Nullable LocalDate startsOn,
    @Nullable LocalDate endsOn,
    @Nullable @Valid EncounterBody encounter,
    @Nullable @Valid @Size(max = 50) List<@NotNull OverrideBody> overrides,
    @Nullable Boolean confirmUnusualDose,
    @Nullable Boolean acknowledgeUnchecked,
    @Nullable Boolean declareSecondOrder) {

  record MedicationBody(
      @Nullable @Size(max = 20) String rxcui, @Nullable @Size(max = 300) String name) {}

  record SupplyBody(
      @Nullable @Min(1) @Max(366) Integer days,
      @Nullable @Positive BigDecimal quantity,
      @Nullable @Min(0) @Max(99) Integer refills,
      @Nullable EarlyReason earlyReason) {

    static Supply read(@Nullable SupplyBody body) {
      return body == null
          ? new Supply(null, null, 0)
          : new Supply(
              body.days, body.quantity, body.refills == null ? 0 : body.refills, body.earlyReason);
    }
  }

  record EncounterBody(@NotNull Encounter.Kind kind, @Nullable UUID coveringFor) {

    static Encounter read(@Nullable EncounterBody body) {
      return body == null ? Encounter.NOT_STATED : new Encounter(body.kind, body.coveringFor);
    }
  }

  record PurposeBody(
      @Nullable @Size(max = 20) String code,
      @NotBlank @Size(max = 300) String text,
      @Nullable @Size(max = 300) String targetSymptom) {

    Purpose read() {
      return new Purpose(code, text, targetSymptom);
    }
  }

  record OverrideBody(
      @NotBlank @Size(max = 60) String ruleId,
      @NotNull AlertOverride.Reason reason,
      @Nullable Boolean attested) {

    static List<AlertOverride> read(@Nullable List<OverrideBody> bodies) {
      return bodies == null
          ? List.of()
          : bodies.stream()
              .map(b -> new AlertOverride(b.ruleId, b.reason, Boolean.TRUE.equals(b.attested)))
              .toList();
    }
  }

  NewOrder toOrder() {
    return new NewOrder(
        new OrderId(Ids.next()),
        new PatientId(patientId),
        medication.rxcui(),
        medication.name(),
        dose(dose, supply, indication, startsOn, endsOn, encounter),
        new Consent(
            OverrideBody.read(overrides),
            Boolean.TRUE.equals(confirmUnusualDose),
            Boolean.TRUE.equals(acknowledgeUnchecked)),
        Boolean.TRUE.equals(declareSecondOrder));
  }

  static NewDose dose(
      DoseBody dose,
      @Nullable SupplyBody supply,
      PurposeBody indication,
      @Nullable LocalDate startsOn,
      @Nullable LocalDate endsOn,
      @Nullable EncounterBody encounter) {
    endsAfterItStarts(startsOn, endsOn);
    return new NewDose(
        dose.toDosing(),
        SupplyBody.read(supply),
        indication.read(),
        startsOn,
        endsOn,
        EncounterBody.read(encounter),
        Callers.current().principalId());
  }

  static void endsAfterItStarts(@Nullable LocalDate startsOn, @Nullable LocalDate endsOn) {
    if (startsOn != null && endsOn != null && endsOn.isBefore(startsOn)) {
      throw RuleRefused.rule(
          "medication-ends-after-it-starts",
          "The end %s lies before the start %s.".formatted(endsOn, startsOn));
    }
  }
}
