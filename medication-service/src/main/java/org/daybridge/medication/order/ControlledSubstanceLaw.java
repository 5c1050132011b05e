package org.daybridge.medication.order;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.daybridge.medication.order.MedicationOrders.PdmpRecord;

/** What the law asks of a prescription for a controlled substance, beyond what an alert says. */
public final class ControlledSubstanceLaw {
  private static final String SCHEDULE_TWO = "C-II";
  private static final Set<String> REFILLABLE_SIX_MONTHS = Set.of("C-III", "C-IV");

  private ControlledSubstanceLaw() {}

  /** The numbers of the rule pack in force. */
  public record Limits(int scheduleTwoSeriesDays, int unreachableSupplyDays) {}

  /** A rule that refuses, with why. */
  public record Breach(String rule, String because) {}

  /** What the prescription itself breaks. */
  public static Optional<Breach> ofPrescription(
      Drug drug,
      Supply supply,
      LocalDate startsOn,
      LocalDate today,
      int daysAlreadyCovered,
      Limits limits) {
    return scheduleTwoHasNoRefills(drug, supply)
        .or(() -> scheduleTwoSeriesIsLimited(drug, supply, daysAlreadyCovered, limits))
        .or(() -> refillsEndWithinSixMonths(drug, supply, startsOn, today));
  }

  /** A further supply of a controlled substance comes when most of the last one is used. */
  public static Optional<Breach> ofRenewal(
      Drug drug, OrderVersion last, OrderVersion next, int fromPercentUsed) {
    return drug.isControlled() && next.supply().earlyReason() == null
        ? last.supply()
            .usedUp(last.startsOn(), fromPercentUsed)
            .filter(day -> next.startsOn().isBefore(day))
            .flatMap(
                day ->
                    breach(
                        "renewal-is-not-early",
                        "The last supply lasts; renew from %s or say why.".formatted(day)))
        : Optional.empty();
  }

  /** What is still to be done before a controlled substance is prescribed. */
  public static Optional<Breach> ofMonitoring(
      Drug drug, Supply supply, PdmpRecord pdmp, Limits limits) {
    return drug.isControlled()
        ? monitoringProgramIsQueriedFirst(supply, pdmp, limits)
        : Optional.empty();
  }

  /** 21 CFR 1306.12(a). */
  private static Optional<Breach> scheduleTwoHasNoRefills(Drug drug, Supply supply) {
    return SCHEDULE_TWO.equals(drug.schedule()) && supply.refills() > 0
        ? breach("schedule-two-has-no-refills", supply.refills() + " refills were asked for.")
        : Optional.empty();
  }

  /** 21 CFR 1306.22(a): schedule III and IV are not refilled six months after the issue. */
  private static Optional<Breach> refillsEndWithinSixMonths(
      Drug drug, Supply supply, LocalDate startsOn, LocalDate today) {
    var limit = today.plusMonths(6);
    return REFILLABLE_SIX_MONTHS.contains(String.valueOf(drug.schedule()))
        ? supply
            .lastRefillOn(startsOn)
            .filter(last -> last.isAfter(limit))
            .flatMap(
                last ->
                    breach(
                        "refills-end-within-six-months",
                        "The last refill falls on %s, after %s.".formatted(last, limit)))
        : Optional.empty();
  }

  /** 21 CFR 1306.12(b): several prescriptions together cover no more than 90 days. */
  private static Optional<Breach> scheduleTwoSeriesIsLimited(
      Drug drug, Supply supply, int alreadyCovered, Limits limits) {
    int days = alreadyCovered + (supply.days() == null ? 0 : supply.days());
    return SCHEDULE_TWO.equals(drug.schedule()) && days > limits.scheduleTwoSeriesDays()
        ? breach(
            "schedule-two-supply-is-limited",
            "Together %d days; the series ends at %d."
                .formatted(days, limits.scheduleTwoSeriesDays()))
        : Optional.empty();
  }

  /**
   * State law; when the program can't be reached, a short supply after a recorded attempt (DEA-8).
   */
  private static Optional<Breach> monitoringProgramIsQueriedFirst(
      Supply supply, PdmpRecord pdmp, Limits limits) {
    return switch (pdmp) {
      case QUERIED -> Optional.empty();
      case TRIED_IN_VAIN ->
          supply.days() != null && supply.days() <= limits.unreachableSupplyDays()
              ? Optional.empty()
              : breach(
                  "pdmp-is-queried-first",
                  "The program could not be reached: a supply of %d days at most."
                      .formatted(limits.unreachableSupplyDays()));
      case NONE -> breach("pdmp-is-queried-first", "No query is recorded within the interval.");
    };
  }

  private static Optional<Breach> breach(String rule, String because) {
    return Optional.of(new Breach(rule, because));
  }
}
