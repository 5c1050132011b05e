package org.daybridge.medication.supply;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The supply of one order: fills that the present prescription allows and those that were used, the
 * day on which the supply ends, and the gaps. A fill before the last one is used up begins when
 * that ends.
 */
public record SupplyLedger(
    int fillsAllowed,
    int fillsUsed,
    int fillsLeft,
    @Nullable LocalDate suppliedTo,
    List<Gap> gaps,
    List<Fill> fills) {

  /** Days without supply; {@code to} is the day before the next fill, or open. */
  public record Gap(LocalDate from, @Nullable LocalDate to, int days) {}

  public static SupplyLedger of(List<Fill> fills, int version, int refills, LocalDate today) {
    var inOrder = fills.stream().sorted(Comparator.comparing(Fill::filledOn)).toList();
    var gaps = new ArrayList<Gap>();
    LocalDate next = null;
    for (var fill : inOrder) {
      if (next != null && fill.filledOn().isAfter(next)) {
        gaps.add(gap(next, fill.filledOn(), fill.filledOn().minusDays(1)));
      }
      next =
          (next == null || fill.filledOn().isAfter(next) ? fill.filledOn() : next)
              .plusDays(fill.days());
    }
    if (next != null && !next.isAfter(today)) {
      gaps.add(gap(next, today.plusDays(1), null));
    }
    int used = (int) fills.stream().filter(fill -> fill.orderVersion() == version).count();
    return new SupplyLedger(
        1 + refills,
        used,
        Math.max(0, 1 + refills - used),
        next == null ? null : next.minusDays(1),
        List.copyOf(gaps),
        inOrder);
  }

  private static Gap gap(LocalDate from, LocalDate until, @Nullable LocalDate to) {
    return new Gap(from, to, (int) ChronoUnit.DAYS.between(from, until));
  }
}
