package org.daybridge.medication.safety;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is known of the person; what is not known stays empty and is named where it matters. */
public record PatientFacts(
    @Nullable Integer age,
    @Nullable String sex,
    List<StatedCondition> conditions,
    @Nullable Boolean pregnant,
    @Nullable Integer trimester,
    @Nullable Boolean contraception,
    @Nullable Double creatinineClearance,
    @Nullable Double egfr,
    @Nullable Double weightKg,
    @Nullable String setting,
    List<LabResult> labs,
    List<LocalDate> pdmpQueries,
    @Nullable LocalDate lastOpioidUse,
    @Nullable String lastOpioid,
    @Nullable Instant lastAlcohol) {

  private static final int CHILDBEARING_FROM = 12;
  private static final int CHILDBEARING_TO = 55;

  public static PatientFacts unknown() {
    return new PatientFacts(
        null, null, List.of(), null, null, null, null, null, null, null, List.of(), List.of(), null,
        null, null);
  }

  public boolean isPregnant() {
    return Boolean.TRUE.equals(pregnant);
  }

  public boolean couldBecomePregnant() {
    return "female".equals(sex)
        && (age == null || (age >= CHILDBEARING_FROM && age <= CHILDBEARING_TO));
  }

  @Override
  public String toString() {
    return "PatientFacts[]";
  }
}
