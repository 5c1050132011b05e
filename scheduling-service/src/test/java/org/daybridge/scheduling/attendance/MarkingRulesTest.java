package org.daybridge.scheduling.attendance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.daybridge.scheduling.attendance.AttendanceTest.at;

import java.util.List;
import java.util.Optional;
import org.daybridge.scheduling.attendance.AttendanceFact.Absence;
import org.daybridge.scheduling.attendance.AttendanceFact.CheckedIn;
import org.daybridge.scheduling.attendance.AttendanceFact.Corrected;
import org.daybridge.scheduling.attendance.AttendanceFact.Marked;
import org.daybridge.scheduling.attendance.AttendanceFact.Method;
import org.daybridge.scheduling.attendance.AttendanceFact.Presence;
import org.daybridge.scheduling.attendance.MarkingRules.Circumstances;
import org.daybridge.scheduling.attendance.MarkingRules.Unfit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MarkingRulesTest {
  private static final AttendanceLimits LIMITS = new AttendanceLimits(10, 15, 80, 0);
  private static final SessionTimes NINE_TO_TEN = new SessionTimes(at("09:00"), at("10:00"));

  @ParameterizedTest
  @CsvSource({"09:14, no-show-after-waiting", "09:15, ", "10:00, "})
  void aNoShowIsKnownAFullWaitAfterTheStart(String now, String rule) {
    var fact = new Marked(at("09:14"), Absence.NO_SHOW, Optional.empty());

    assertThat(slug(MarkingRules.unfit(fact, at(now), NINE_TO_TEN, LIMITS))).isEqualTo(rule);
  }

  @Test
  void excusedNeedsAReason() {
    var fact = new Marked(at("09:00"), Absence.EXCUSED, Optional.empty());

    assertThat(slug(MarkingRules.unfit(fact, at("09:30"), NINE_TO_TEN, LIMITS)))
        .isEqualTo("excused-needs-reason");
  }

  @Test
  void nothingIsAttendedInTheFuture() {
    var fact = new CheckedIn(at("09:01"), Method.STAFF);

    assertThat(slug(MarkingRules.unfit(fact, at("09:00"), NINE_TO_TEN, LIMITS)))
        .isEqualTo("attendance-not-in-future");
    assertThat(slug(MarkingRules.unfit(fact, at("09:01"), NINE_TO_TEN, LIMITS))).isNull();
  }

  @Test
  void aCorrectionSaysPresentOrAbsentAndNotBoth() {
    var both =
        new Corrected(
            at("10:30"),
            List.of(new Presence(at("09:00"), at("10:00"))),
            Optional.of(Absence.NO_SHOW),
            "mistake");

    assertThat(slug(MarkingRules.unfit(both, at("11:00"), NINE_TO_TEN, LIMITS)))
        .isEqualTo("present-or-absent");
  }

  @Test
  void theThirteenthPersonAndTheWalkInAreRecordedWithTheRuleTheyBreak() {
    assertThat(MarkingRules.broken(new Circumstances(false, 12, 12, false, true)))
        .containsExactly("attendee-on-roster", "group-full");
    assertThat(MarkingRules.broken(new Circumstances(true, 11, 12, false, true))).isEmpty();
    assertThat(MarkingRules.broken(new Circumstances(true, 0, 12, true, false)))
        .containsExactly("session-cancelled", "not-admitted");
  }

  private static String slug(Optional<Unfit> unfit) {
    return unfit.map(Unfit::rule).orElse(null);
  }
}
