package org.daybridge.medication.order;

import java.time.LocalDate;
import java.util.List;
import org.daybridge.contract.medication.MedicationEvent;
import org.daybridge.kit.decision.Decision;
import org.daybridge.medication.order.MedicationOrders.PdmpRecord;
import org.jspecify.annotations.Nullable;

/**
 * A controlled substance is prescribed after an in-person evaluation by the prescriber (21 U.S.C.
 * 829(e)), or on one of the grounds on which the law lets telehealth stand for it. What holds is
 * decided by the day of issue: the same order gets another answer when a time-limited rule has run
 * out, and an old one keeps the answer of its day.
 */
public record TelehealthLaw(
    boolean flexibilityHolds,
    int buprenorphineMonths,
    int lookbackDays,
    int unreachableSupplyDays,
    int coveringMonths) {

  /** What makes a prescription lawful. */
  public enum Ground {
    IN_PERSON_ENCOUNTER,
    REGISTRANT_PRESENT,
    EVALUATED_IN_PERSON,
    COVERING,
    FLEXIBILITY,
    BUPRENORPHINE_SIX_MONTHS
  }

  /**
   * What is known on the day of issue: last in-person evaluation by the prescriber and by the
   * practitioner who is covered for, what was asked of the monitoring program, and the first day on
   * which the prescriber relied on the rule for buprenorphine.
   */
  public record Facts(
      LocalDate issuedOn,
      @Nullable LocalDate evaluatedOn,
      @Nullable LocalDate evaluatedByCoveredOn,
      PdmpRecord pdmp,
      boolean pdmpLooksBackAYear,
      @Nullable LocalDate buprenorphineSince) {}

  public Decision<Ground, MedicationEvent> decide(Drug drug, OrderVersion dose, Facts facts) {
    return switch (dose.encounter().kind()) {
      case IN_PERSON -> Decision.applied(Ground.IN_PERSON_ENCOUNTER);
      case VIDEO_BESIDE_REGISTRANT -> Decision.applied(Ground.REGISTRANT_PRESENT);
      case VIDEO, AUDIO, NOT_STATED -> byTelehealth(drug, dose, facts);
    };
  }

  private Decision<Ground, MedicationEvent> byTelehealth(
      Drug drug, OrderVersion dose, Facts facts) {
    if (isPast(facts.evaluatedOn(), facts)) {
      return Decision.applied(Ground.EVALUATED_IN_PERSON);
    }
    if (covers(facts)) {
      return Decision.applied(Ground.COVERING);
    }
    if (flexibilityHolds) {
      return Decision.applied(Ground.FLEXIBILITY);
    }
    return treatsOpioidUseDisorder(drug, dose)
        ? buprenorphine(dose, facts)
        : Decision.refused(
            "in-person-evaluation-is-recorded",
            "On %s telehealth alone is no ground for schedule %s."
                .formatted(facts.issuedOn(), drug.schedule()));
  }

  /** 21 U.S.C. 829(e)(2)(C): the colleague saw the person within the last months. */
  private boolean covers(Facts facts) {
    var seen = facts.evaluatedByCoveredOn();
    return seen != null
        && isPast(seen, facts)
        && !seen.isBefore(facts.issuedOn().minusMonths(coveringMonths));
  }

  private static boolean isPast(@Nullable LocalDate day, Facts facts) {
    return day != null && !day.isAfter(facts.issuedOn());
  }

  private static boolean treatsOpioidUseDisorder(Drug drug, OrderVersion dose) {
    var code = dose.purpose().code();
    return "buprenorphine".equals(drug.ingredient()) && code != null && code.startsWith("F11");
  }

  /** 21 CFR 1306.51: six calendar months from the first prescription, after a look back a year. */
  private Decision<Ground, MedicationEvent> buprenorphine(OrderVersion dose, Facts facts) {
    if (facts.pdmp() != PdmpRecord.TRIED_IN_VAIN && !facts.pdmpLooksBackAYear()) {
      return Decision.refused(
          "pdmp-looks-back-a-year",
          "No reviewed query that looks back %d days is recorded.".formatted(lookbackDays));
    }
    var days = dose.supply().daysWithRefills().orElse(null);
    var since = facts.buprenorphineSince() == null ? facts.issuedOn() : facts.buprenorphineSince();
    var until = since.plusMonths(buprenorphineMonths);
    if (days == null || dose.startsOn().plusDays(days).isAfter(until)) {
      return Decision.refused(
          "telehealth-buprenorphine-within-six-months",
          days == null
              ? "The days of supply are not stated; it may last until %s.".formatted(until)
              : "The supply would last until %s; by telehealth it ends on %s."
                  .formatted(dose.startsOn().plusDays(days), until));
    }
    return facts.pdmp() == PdmpRecord.TRIED_IN_VAIN
            && !facts.pdmpLooksBackAYear()
            && days > unreachableSupplyDays
        ? Decision.refused(
            "pdmp-looks-back-a-year",
            "The program could not be reached: a supply of %d days at most."
                .formatted(unreachableSupplyDays))
        : new Decision.Applied<>(Ground.BUPRENORPHINE_SIX_MONTHS, List.of());
  }
}
