package org.daybridge.medication.safety.rest;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonCreator;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A safety check as it is asked over HTTP. Several things may be written short: a condition, an
 * allergy or a query of the monitoring program as a plain text or date.
 */
record SafetyQuestion(
    @Nullable LocalDate asOf,
    @Nullable Moment now,
    @Nullable @Valid Patient patient,
    @Nullable @Valid @Size(max = 200) List<Medication> medications,
    @Nullable @Valid @Size(max = 100) List<Allergen> allergies) {

  record Patient(
      @Nullable @Min(0) @Max(130) Integer age,
      @Nullable @Size(max = 40) @JsonAlias("gender") String sex,
      @Nullable @Valid @Size(max = 200) List<ConditionText> conditions,
      @Nullable @Valid @Size(max = 50) List<ConditionText> factors,
      @Nullable Boolean pregnant,
      @Nullable @Min(1) @Max(3) Integer trimester,
      @Nullable @Min(0) @Max(45) Integer gestationalWeeks,
      @Nullable @Valid Contraception contraception,
      @Nullable @Positive @JsonAlias({"crcl", "crCl"}) Double creatinineClearance,
      @Nullable @Positive @JsonAlias("egfr") Double eGFR,
      @Nullable @Positive @JsonAlias("weight") Double weightKg,
      @Nullable @Size(max = 100) String setting,
      @Nullable @Valid @Size(max = 1000) List<Lab> labs,
      @Nullable @Valid @Size(max = 200) List<PdmpQuery> pdmpQueries,
      @Nullable @Valid OpioidUse lastOpioidUse,
      @Nullable @Size(max = 100) String lastOpioid,
      @Nullable Moment lastAlcohol) {}

  record Medication(
      @Nullable @Size(max = 300) String name,
      @Nullable @Size(max = 40) String rxcui,
      @Nullable @Positive Double doseMgPerDay,
      @Nullable @Size(max = 100) String route,
      @Nullable @Size(max = 100) String form,
      @Nullable LocalDate start,
      @Nullable LocalDate end,
      @Nullable Boolean proposed,
      @Nullable @PositiveOrZero Integer refills,
      @Nullable @Size(max = 300) String indication,
      @Nullable @Size(max = 100) String dispensedBy,
      @Nullable LocalDate lastTaken,
      @Nullable @PositiveOrZero Integer missedDays,
      @Nullable LocalDate doseChanged,
      @Nullable Boolean crossTaper) {}

  @Schema(extensions = @Extension(name = "x-also-text", value = "true"))
  record Allergen(
      @Nullable @Size(max = 300) @JsonAlias({"substance", "text"}) String name,
      @Nullable @Size(max = 40) @JsonAlias("code") String rxcui,
      @Nullable @Size(max = 40) String category,
      @Nullable @Size(max = 40) String type,
      @Nullable @Size(max = 300) String reaction,
      @Nullable @Size(max = 40) String status) {

    @JsonCreator(mode = JsonCreator.Mode.PROPERTIES)
    Allergen {}

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static Allergen of(String name) {
      return new Allergen(name, null, null, null, null, null);
    }
  }

  @Schema(extensions = @Extension(name = "x-also-text", value = "true"))
  record ConditionText(
      @Nullable @Size(max = 40) String code,
      @Nullable @Size(max = 200) String system,
      @Nullable @Size(max = 300) @JsonAlias({"name", "display"}) String text) {

    @JsonCreator(mode = JsonCreator.Mode.PROPERTIES)
    ConditionText {}

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static ConditionText of(String text) {
      return new ConditionText(null, null, text);
    }
  }

  record Lab(
      @Nullable @Size(max = 40) String loinc,
      @Nullable @Size(max = 200) @JsonAlias("name") String test,
      @Nullable BigDecimal value,
      @Nullable @Size(max = 40) String unit,
      @Nullable LocalDate date) {}

  @Schema(extensions = @Extension(name = "x-also-text", value = "true"))
  record PdmpQuery(
      @Nullable LocalDate date,
      @Nullable @Size(max = 40) String state,
      @Nullable @Size(max = 200) String result) {

    @JsonCreator(mode = JsonCreator.Mode.PROPERTIES)
    PdmpQuery {}

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static PdmpQuery of(String date) {
      return new PdmpQuery(LocalDate.parse(date), null, null);
    }
  }

  @Schema(extensions = @Extension(name = "x-also-text", value = "true"))
  record OpioidUse(
      @Nullable LocalDate date, @Nullable @Size(max = 100) @JsonAlias("opioid") String drug) {

    @JsonCreator(mode = JsonCreator.Mode.PROPERTIES)
    OpioidUse {}

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static OpioidUse of(String date) {
      return new OpioidUse(Moment.of(date).day(), null);
    }
  }

  /** Whether contraception is used: yes or no, or the method in words. */
  @Schema(extensions = @Extension(name = "x-also-text", value = "true"))
  record Contraception(@Nullable Boolean used, @Nullable @Size(max = 100) String method) {

    @JsonCreator(mode = JsonCreator.Mode.PROPERTIES)
    Contraception {}

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static Contraception of(boolean used) {
      return new Contraception(used, null);
    }

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static Contraception of(String method) {
      return new Contraception(null, method);
    }
  }
}
