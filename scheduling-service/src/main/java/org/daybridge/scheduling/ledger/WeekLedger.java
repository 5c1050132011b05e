package org.daybridge.scheduling.ledger;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.daybridge.scheduling.attendance.Attendance.Status;

/**
 * One patient's week of care: prescribed, scheduled, attended, documented and billable minutes.
 * Only clinical minutes count. Each day keeps billable ≤ documented ≤ attended; what is lost from
 * one step to the next is named with the rule that took it.
 */
public record WeekLedger(
    ClinicWeek week,
    HourBand band,
    int prescribed,
    int scheduled,
    int attended,
    int documented,
    int billable,
    int stillToCome,
    WeekState state,
    List<ProgramDay> days,
    List<Difference> differences,
    Map<LocalDate, ShortWeek.Reason> leftOut) {

  public WeekLedger {
    days = List.copyOf(days);
    differences = List.copyOf(differences);
    leftOut = Map.copyOf(leftOut);
  }

  /** Minutes that must still be found to reach the minimum, beyond what is already booked. */
  public int missing() {
    return Math.max(0, band.least() - attended - stillToCome);
  }

  /** What a day of this week could be billed as. */
  public BillingCandidate candidate(ProgramDay day) {
    return BillingCandidate.of(day, differences);
  }

  public static WeekLedger of(
      ClinicWeek week,
      HourBand band,
      ShortWeek shortened,
      int prescribed,
      List<LedgerLine> lines,
      DayRules rules,
      Instant now) {
    List<LedgerLine> own =
        lines.stream()
            .filter(line -> week.holds(line.start()))
            .sorted(Comparator.comparing(LedgerLine::start))
            .toList();
    var differences = new ArrayList<Difference>();
    var days = new ArrayList<ProgramDay>();
    own.stream()
        .collect(
            Collectors.groupingBy(
                line -> week.dayOf(line.start()), TreeMap::new, Collectors.toList()))
        .forEach((day, ofDay) -> days.add(day(day, ofDay, rules, now, differences)));
    HourBand prorated = shortened.prorated(band);
    int attended = days.stream().mapToInt(ProgramDay::attended).sum();
    int stillToCome =
        own.stream()
            .filter(line -> line.clinical() && line.stillToCome(now))
            .mapToInt(LedgerLine::scheduledMinutes)
            .sum();
    boolean over = !now.isBefore(week.end());
    return new WeekLedger(
        week,
        prorated,
        prescribed,
        days.stream().mapToInt(ProgramDay::scheduled).sum(),
        attended,
        days.stream().mapToInt(ProgramDay::documented).sum(),
        days.stream().mapToInt(ProgramDay::billable).sum(),
        stillToCome,
        WeekState.of(attended, stillToCome, prorated, over),
        days,
        differences,
        shortened.leftOut());
  }

  private static ProgramDay day(
      LocalDate day,
      List<LedgerLine> lines,
      DayRules rules,
      Instant now,
      List<Difference> differences) {
    int scheduled = 0;
    int attended = 0;
    int documented = 0;
    int chargeable = 0;
    int services = 0;
    for (LedgerLine line : lines) {
      if (!line.clinical()) {
        note(differences, "session-type-not-clinical", day, line, line.attendedMinutes());
        continue;
      }
      scheduled += line.scheduledMinutes();
      attended += line.attendedMinutes();
      documented += line.documented();
      chargeable += line.billable() ? line.documented() : 0;
      services += line.credited() ? 1 : 0;
      nameMissed(differences, day, line, now);
      note(differences, "note-unsigned", day, line, line.attendedMinutes() - line.documented());
      if (!line.billable()) {
        note(differences, "session-type-not-billable", day, line, line.documented());
      }
    }
    boolean programDay = attended >= rules.leastMinutes();
    if (!programDay && chargeable > 0) {
      differences.add(new Difference("program-day-minutes", day, Optional.empty(), chargeable));
    }
    return new ProgramDay(
        day,
        scheduled,
        attended,
        documented,
        programDay ? chargeable : 0,
        services,
        programDay,
        programDay && services >= rules.services());
  }

  private static void nameMissed(
      List<Difference> differences, LocalDate day, LedgerLine line, Instant now) {
    int missed = line.scheduledMinutes() - line.attendedMinutes();
    if (!line.stillToCome(now)) {
      note(differences, ruleOf(line.status()), day, line, missed);
    }
  }

  private static String ruleOf(Status status) {
    return switch (status) {
      case EXPECTED -> "attendance-not-recorded";
      case PRESENT, LATE, LEFT_EARLY, PARTIAL -> "attended-in-part";
      case EXCUSED -> "absence-excused";
      case CANCELLED -> "session-cancelled";
      case LATE_CANCEL -> "cancelled-late";
      case NO_SHOW -> "no-show";
    };
  }

  private static void note(
      List<Difference> differences, String rule, LocalDate day, LedgerLine line, int minutes) {
    if (minutes > 0) {
      differences.add(new Difference(rule, day, Optional.of(line.session()), minutes));
    }
  }
}
