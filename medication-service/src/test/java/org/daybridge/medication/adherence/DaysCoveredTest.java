package org.daybridge.medication.adherence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.daybridge.medication.adherence.DaysCovered.Fill;
import org.junit.jupiter.api.Test;

class DaysCoveredTest {
  private static final LocalDate JANUARY = LocalDate.parse("2026-01-01");
  private static final LocalDate END = LocalDate.parse("2026-04-10");

  private static Fill fill(int dayOfYear, int days) {
    return new Fill(LocalDate.ofYearDay(2026, dayOfYear), days);
  }

  @Test
  void coversTheShareOfDaysSinceTheFirstFill() {
    var days = DaysCovered.of(List.of(fill(11, 30), fill(51, 30)), JANUARY, END);

    assertThat(days.daysInPeriod()).isEqualTo(90);
    assertThat(days.daysCovered()).isEqualTo(60);
    assertThat(days.longestGap()).isEqualTo(20);
    assertThat(days.share()).isEqualTo(60.0 / 90);
  }

  @Test
  void anEarlyRefillBeginsWhenTheSupplyBeforeItEnds() {
    var days = DaysCovered.of(List.of(fill(1, 30), fill(21, 30)), JANUARY, JANUARY.plusDays(59));

    assertThat(days.daysCovered()).isEqualTo(60);
    assertThat(days.share()).isEqualTo(1);
  }

  @Test
  void supplyBeyondTheWindowDoesNotCount() {
    assertThat(DaysCovered.of(List.of(fill(91, 90)), JANUARY, END).share()).isEqualTo(1);
    assertThat(DaysCovered.of(List.of(fill(91, 90)), JANUARY, END).daysCovered()).isEqualTo(10);
  }

  @Test
  void withoutAFillNothingIsCovered() {
    assertThat(DaysCovered.of(List.of(), JANUARY, END).share()).isZero();
  }

  @Property
  void theShareLiesBetweenNothingAndAllInWhateverOrder(
      @ForAll @Size(max = 40) List<@IntRange(min = 1, max = 365) Integer> starts,
      @ForAll @IntRange(min = 1, max = 120) int days,
      @ForAll Random random) {
    var fills = new ArrayList<>(starts.stream().map(day -> fill(day, days)).toList());
    var window = LocalDate.parse("2026-12-31");
    var covered = DaysCovered.of(fills, JANUARY, window);
    Collections.shuffle(fills, random);

    assertThat(covered.share()).isBetween(0.0, 1.0);
    assertThat(DaysCovered.of(fills, JANUARY, window)).isEqualTo(covered);
  }
}
