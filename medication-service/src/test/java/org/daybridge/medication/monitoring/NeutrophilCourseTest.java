package org.daybridge.medication.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.daybridge.medication.monitoring.NeutrophilCourse.Count;
import org.daybridge.medication.monitoring.NeutrophilCourse.Standing;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NeutrophilCourseTest {
  private static final LocalDate TODAY = LocalDate.parse("2026-11-22");

  private static NeutrophilCourse course(boolean benign, int startedDaysAgo, double... counts) {
    List<Count> daily = new ArrayList<>();
    for (int i = 0; i < counts.length; i++) {
      daily.add(new Count(TODAY.minusDays(counts.length - 1L - i), counts[i]));
    }
    return NeutrophilCourse.of(daily, TODAY.minusDays(startedDaysAgo), benign, TODAY);
  }

  @ParameterizedTest
  @CsvSource({
    "1500, false, GOES_ON, true",
    "1499, false, GOES_ON_WITH_FREQUENT_COUNTS, true",
    "1000, false, GOES_ON_WITH_FREQUENT_COUNTS, true",
    "999, false, INTERRUPTED, false",
    "500, false, INTERRUPTED, false",
    "499, false, ENDED, false",
    "1000, true, GOES_ON, true",
    "999, true, GOES_ON_WITH_FREQUENT_COUNTS, true",
    "500, true, GOES_ON_WITH_FREQUENT_COUNTS, true",
    "499, true, ENDED, false"
  })
  void oneCountDecides(double cells, boolean benign, Standing standing, boolean given) {
    var course = course(benign, 100, cells);

    assertThat(course.standing()).isEqualTo(standing);
    assertThat(course.standing().mayBeGiven()).isEqualTo(given);
  }

  @Test
  void anInterruptionEndsOnlyAtFifteenHundred() {
    assertThat(course(false, 100, 900, 1200).standing()).isEqualTo(Standing.RECOVERING);
    assertThat(course(false, 100, 900, 1200, 1500).standing()).isEqualTo(Standing.GOES_ON);
  }

  @Test
  void whatEndedIsNotTakenUpAgain() {
    assertThat(course(false, 100, 400, 2000, 3000).standing()).isEqualTo(Standing.ENDED);
  }

  @ParameterizedTest
  @CsvSource({"10, 7", "181, 7", "182, 14", "364, 14", "365, 30"})
  void countsAreDueWeeklyThenEveryTwoWeeksThenMonthly(int day, int interval) {
    assertThat(course(false, day, 3000).dueOn()).isEqualTo(TODAY.plusDays(interval));
  }

  @Test
  void theFirstLowCountIsRepeatedTheNextDay() {
    assertThat(course(false, 100, 3000, 1400).dueOn()).isEqualTo(TODAY.plusDays(1));
    assertThat(course(false, 100, 1400, 1400).dueOn()).isEqualTo(TODAY.plusDays(2));
  }

  @Test
  void withoutACountOneIsDueAtOnce() {
    assertThat(course(false, 0).dueOn()).isEqualTo(TODAY);
    assertThat(course(false, 0).standing().mayBeGiven()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"29, false", "30, true"})
  void aGapOfThirtyDaysBeginsAnew(int gap, boolean anew) {
    var start = TODAY.minusDays(300);

    assertThat(NeutrophilCourse.countsFrom(start, TODAY.minusDays(gap), TODAY))
        .isEqualTo(anew ? TODAY : start);
  }
}
