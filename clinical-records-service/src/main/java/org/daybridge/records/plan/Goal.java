package org.daybridge.records.plan;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.daybridge.records.signing.CanonicalForm;

/**
 * What the patient wants, in their own words, and how everyone will see that it was reached: a
 * measure, where it stands, where it should be, by when.
 */
public record Goal(
    GoalId id,
    String patientWords,
    String measure,
    Optional<BigDecimal> baseline,
    Optional<BigDecimal> target,
    LocalDate dueOn,
    List<Objective> objectives) {

  public Goal {
    objectives = List.copyOf(objectives);
  }

  public boolean measurable() {
    return !measure.isBlank() && baseline.isPresent() && target.isPresent();
  }

  Map<String, ?> canonical() {
    return Map.of(
        "id", id.value(),
        "patientWords", patientWords,
        "measure", measure,
        "baseline", baseline.map(BigDecimal::toPlainString),
        "target", target.map(BigDecimal::toPlainString),
        "dueOn", dueOn,
        "objectives", CanonicalForm.each(objectives, Objective::canonical));
  }

  /** Without the patient's words. */
  @Override
  public String toString() {
    return "Goal[" + id.value() + ", measure=" + measure + ", dueOn=" + dueOn + "]";
  }
}
