package org.daybridge.medication.order;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An order as readers see it: its present dose, where it stands, and the alerts that were shown.
 */
public record OrderView(
    UUID orderId,
    UUID patientId,
    @Nullable UUID episodeId,
    int labels,
    long version,
    String rxcui,
    String name,
    @Nullable String ingredient,
    @Nullable String schedule,
    String status,
    @Nullable String statusReason,
    Instant statusChangedAt,
    UUID orderedBy,
    Instant orderedAt,
    Version current,
    List<ShownAlert> alerts) {

  /** One dose as it was written. */
  public record Version(
      int number,
      BigDecimal amount,
      String unit,
      BigDecimal mgPerDay,
      int frequency,
      int period,
      String periodUnit,
      List<String> times,
      boolean asNeeded,
      String route,
      @Nullable String form,
      @Nullable String indicationCode,
      @Nullable String indication,
      @Nullable String targetSymptom,
      LocalDate startsOn,
      @Nullable LocalDate endsOn,
      @Nullable Integer supplyDays,
      @Nullable BigDecimal quantity,
      int refills,
      @Nullable String earlyReason,
      String encounter,
      @Nullable Lawful lawful,
      UUID writtenBy,
      Instant writtenAt,
      @Nullable Instant supersededAt) {

    @Override
    public String toString() {
      return "Version[" + number + "]";
    }
  }

  /** What made a prescription of a controlled substance lawful, by the rules of its day. */
  public record Lawful(String ground, LocalDate issuedOn, String rulePack) {}

  /** An alert that the prescriber saw, and what was said to it. */
  public record ShownAlert(
      String type,
      String severity,
      String ruleId,
      List<String> drugs,
      String message,
      String action,
      String status,
      @Nullable String overrideReason) {}

  @Override
  public String toString() {
    return "OrderView[" + orderId + "]";
  }
}
