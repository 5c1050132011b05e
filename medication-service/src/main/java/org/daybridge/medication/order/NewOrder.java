package org.daybridge.medication.order;

import java.util.List;
import org.daybridge.contract.intake.PatientId;
import org.daybridge.contract.medication.OrderId;
import org.jspecify.annotations.Nullable;

/** What a prescriber asks for. */
public record NewOrder(
    OrderId id,
    PatientId patient,
    @Nullable String rxcui,
    @Nullable String name,
    NewDose dose,
    Consent consent,
    boolean declaredSecond) {

  /** What the prescriber says to doubts: alerts, an unusual dose, a drug that is not covered. */
  public record Consent(
      List<AlertOverride> overrides, boolean confirmsUnusualDose, boolean acknowledgesUnchecked) {}

  @Override
  public String toString() {
    return "NewOrder[" + id + "]";
  }
}
