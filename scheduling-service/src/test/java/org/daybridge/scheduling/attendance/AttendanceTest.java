package org.daybridge.scheduling.attendance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.daybridge.scheduling.attendance.Attendance.Status;
import org.daybridge.scheduling.attendance.AttendanceFact.Absence;
import org.daybridge.scheduling.attendance.AttendanceFact.CheckedIn;
import org.daybridge.scheduling.attendance.AttendanceFact.CheckedOut;
import org.daybridge.scheduling.attendance.AttendanceFact.Corrected;
import org.daybridge.scheduling.attendance.AttendanceFact.Marked;
import org.daybridge.scheduling.attendance.AttendanceFact.Method;
import org.daybridge.scheduling.attendance.AttendanceFact.Presence;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AttendanceTest {
  private static final AttendanceLimits LIMITS = new AttendanceLimits(10, 15, 80, 0);
  private static final SessionTimes NINE_TO_TEN = new SessionTimes(at("09:00"), at("10:00"));

  @ParameterizedTest
  @CsvSource({
    "08:55, 10:05, 60, PRESENT,    true",
    "09:00, 10:00, 60, PRESENT,    true",
    // ten minutes of grace on both sides, the eleventh is too much
    "09:10, 10:00, 50, PRESENT,    true",
    "09:11, 10:00, 49, LATE,       true",
    "09:00, 09:50, 50, PRESENT,    true",
    "09:00, 09:49, 49, LEFT_EARLY, true",
    // four fifths of the hour are 48 minutes
    "09:12, 10:00, 48, LATE,       true",
    "09:13, 10:00, 47, PARTIAL,    false",
    "10:00, 10:30, 0,  PARTIAL,    false",
  })
  void minutesAreTheOverlapWithTheSession(
      String in, String out, int minutes, Status status, boolean credited) {
    var attendance = attendance(checkedIn(in), checkedOut(out));

    assertThat(attendance.minutes()).isEqualTo(minutes);
    assertThat(attendance.status()).isEqualTo(status);
    assertThat(attendance.credited()).isEqualTo(credited);
  }

  @Test
  void reEntriesAddUp() {
    assertThat(
            attendance(
                    checkedIn("09:00"),
                    checkedOut("09:20"),
                    checkedIn("09:30"),
                    checkedOut("10:00"))
                .minutes())
        .isEqualTo(50);
  }

  @Test
  void secondsAddUpBeforeTheyAreCutToMinutes() {
    var facts =
        List.of(
            new CheckedIn(at("09:00"), Method.STAFF),
            new CheckedOut(at("09:10").plusSeconds(30), Method.STAFF),
            new CheckedIn(at("09:20").plusSeconds(30), Method.STAFF),
            new CheckedOut(at("10:00"), Method.STAFF));

    assertThat(Attendance.of(facts, NINE_TO_TEN, LIMITS).minutes()).isEqualTo(50);
  }

  @Test
  void aMissingCheckOutIsOpenAndNeverFullAttendance() {
    var attendance = attendance(checkedIn("09:00"));

    assertThat(attendance.open()).isTrue();
    assertThat(attendance.minutes()).isZero();
    assertThat(attendance.credited()).isFalse();
  }

  @Test
  void aSecondCheckInWithoutACheckOutChangesNothing() {
    assertThat(attendance(checkedIn("09:00"), checkedIn("09:30"), checkedOut("10:00")).minutes())
        .isEqualTo(60);
  }

  @Test
  void factsWrittenDownLateAreReadInTheOrderOfTheDay() {
    assertThat(attendance(checkedOut("10:00"), checkedIn("09:00")).minutes()).isEqualTo(60);
  }

  @ParameterizedTest
  @CsvSource({
    "NO_SHOW, NO_SHOW",
    "EXCUSED, EXCUSED",
    "LATE_CANCEL, LATE_CANCEL",
    "CANCELLED_BY_PATIENT, CANCELLED",
    "CANCELLED_BY_CLINIC, CANCELLED",
  })
  void anAbsenceNeverEarnsMinutes(Absence absence, Status status) {
    var attendance = attendance(new Marked(at("09:20"), absence, Optional.of("illness")));

    assertThat(attendance.status()).isEqualTo(status);
    assertThat(attendance.minutes()).isZero();
    assertThat(attendance.credited()).isFalse();
  }

  @Test
  void whoeverComesAfterBeingMarkedAbsentWasThere() {
    var attendance =
        attendance(
            new Marked(at("09:20"), Absence.NO_SHOW, Optional.empty()),
            checkedIn("09:25"),
            checkedOut("10:00"));

    assertThat(attendance.minutes()).isEqualTo(35);
    assertThat(attendance.status()).isEqualTo(Status.PARTIAL);
  }

  @Test
  void aCorrectionSaysWhatHoldsInsteadAndTheFactsStay() {
    var facts =
        List.of(
            checkedIn("09:00"),
            checkedOut("10:00"),
            new Corrected(
                at("11:00"),
                List.of(new Presence(at("09:30"), at("10:00"))),
                Optional.empty(),
                "wrong-person"));

    assertThat(Attendance.of(facts, NINE_TO_TEN, LIMITS).minutes()).isEqualTo(30);
    assertThat(facts).hasSize(3);
  }

  @Test
  void aCorrectionCanSayThatNobodyCame() {
    assertThat(
            attendance(
                    checkedIn("09:00"),
                    checkedOut("10:00"),
                    new Corrected(
                        at("11:00"), List.of(), Optional.of(Absence.NO_SHOW), "wrong-person"))
                .status())
        .isEqualTo(Status.NO_SHOW);
  }

  @Test
  void overlappingStaysCountOnce() {
    assertThat(
            attendance(
                    new Corrected(
                        at("11:00"),
                        List.of(
                            new Presence(at("09:00"), at("09:40")),
                            new Presence(at("09:30"), at("10:00"))),
                        Optional.empty(),
                        "two-lists"))
                .minutes())
        .isEqualTo(60);
  }

  @ParameterizedTest
  @CsvSource({"15, false", "16, true", "60, true"})
  void anIndividualSessionCountsFromItsOwnNumberOfMinutes(int minutes, boolean credited) {
    var individual = new AttendanceLimits(10, 15, 80, 16);
    var facts = new ArrayList<AttendanceFact>();
    facts.add(checkedIn("09:00"));
    facts.add(new CheckedOut(at("09:00").plusSeconds(60L * minutes), Method.STAFF));

    assertThat(Attendance.of(facts, NINE_TO_TEN, individual).credited()).isEqualTo(credited);
  }

  @ParameterizedTest
  @CsvSource({
    // a night shift through the change: an hour is missing in spring and doubled in autumn
    "America/New_York, 2026-03-08T00:00, 2026-03-08T04:00, 180",
    "America/New_York, 2026-11-01T00:00, 2026-11-01T04:00, 300",
    "Europe/Berlin,    2026-03-29T00:00, 2026-03-29T04:00, 180",
    "Europe/Berlin,    2026-10-25T00:00, 2026-10-25T04:00, 300",
    "Australia/Sydney, 2026-10-04T00:00, 2026-10-04T04:00, 180",
    "Australia/Sydney, 2026-04-05T00:00, 2026-04-05T04:00, 300",
  })
  void aSessionThroughAChangeOfTheClocksHasItsTrueLength(
      ZoneId zone, LocalDateTime from, LocalDateTime to, int minutes) {
    var session = new SessionTimes(from.atZone(zone).toInstant(), to.atZone(zone).toInstant());
    var facts =
        List.of(
            new CheckedIn(session.start(), Method.STAFF),
            new CheckedOut(session.end(), Method.STAFF));

    assertThat(Attendance.of(facts, session, LIMITS).minutes()).isEqualTo(minutes);
  }

  private static Attendance attendance(AttendanceFact... facts) {
    return Attendance.of(List.of(facts), NINE_TO_TEN, LIMITS);
  }

  private static CheckedIn checkedIn(String time) {
    return new CheckedIn(at(time), Method.STAFF);
  }

  private static CheckedOut checkedOut(String time) {
    return new CheckedOut(at(time), Method.STAFF);
  }

  static Instant at(String time) {
    return Instant.parse("2026-03-02T" + time + ":00Z");
  }
}
