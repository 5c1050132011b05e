package org.daybridge.medication.order;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How much, how often, by which route: {@code frequency} times every {@code period} of a unit. */
public record Dosing(
    BigDecimal amount,
    MassUnit unit,
    String route,
    @Nullable String form,
    int frequency,
    int period,
    PeriodUnit periodUnit,
    List<String> times,
    boolean asNeeded) {

  /** Units of mass: the only ones in which doses can be compared with limits. */
  public enum MassUnit {
    MCG("0.001"),
    MG("1"),
    G("1000");

    private final BigDecimal milligrams;

    MassUnit(String milligrams) {
      this.milligrams = new BigDecimal(milligrams);
    }
  }

  /** Units of a repeat. */
  public enum PeriodUnit {
    HOUR("24"),
    DAY("1"),
    WEEK("0.142857142857"),
    MONTH("0.032854884");

    private final BigDecimal timesADay;

    PeriodUnit(String timesADay) {
      this.timesADay = new BigDecimal(timesADay);
    }
  }

  /** The most that is taken a day, in milligrams; as-needed doses count in full. */
  public BigDecimal milligramsPerDay() {
    return amount
        .multiply(unit.milligrams)
        .multiply(BigDecimal.valueOf(frequency))
        .multiply(periodUnit.timesADay)
        .divide(BigDecimal.valueOf(period), 6, RoundingMode.HALF_UP)
        .setScale(4, RoundingMode.HALF_UP)
        .stripTrailingZeros();
  }
}
