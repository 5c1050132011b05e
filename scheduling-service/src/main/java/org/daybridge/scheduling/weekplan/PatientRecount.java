package org.daybridge.scheduling.weekplan;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ObjLongConsumer;
import org.daybridge.scheduling.weekplan.Recount.Session;
import org.daybridge.scheduling.weekplan.WeekProblem.Patient;

/** What one person's proposed week counts: own limits, care not given, wishes not met. */
final class PatientRecount {
  private final Map<String, List<Session>> sessionsOf = new HashMap<>();
  private final Map<String, Set<String>> peopleOfSeries = new HashMap<>();

  PatientRecount(WeekProblem problem, List<Session> sessions) {
    problem.patients().forEach(one -> sessionsOf.put(one.id(), new java.util.ArrayList<>()));
    for (Session one : sessions) {
      one.patients().forEach(p -> sessionsOf.get(p).add(one));
      one.activity()
          .series()
          .ifPresent(
              series ->
                  peopleOfSeries
                      .computeIfAbsent(series, key -> new HashSet<>())
                      .addAll(one.patients()));
    }
  }

  void count(Patient who, ObjLongConsumer<String> count) {
    List<Session> mine =
        sessionsOf.get(who.id()).stream().sorted(Comparator.comparing(Session::start)).toList();
    Map<LocalDate, Integer> all = new HashMap<>();
    Map<LocalDate, Integer> clinical = new HashMap<>();
    for (Session one : mine) {
      all.merge(one.day(), one.activity().durationMinutes(), Integer::sum);
      if (one.clinical()) {
        clinical.merge(one.day(), one.activity().durationMinutes(), Integer::sum);
      }
    }
    int week = clinical.values().stream().mapToInt(Integer::intValue).sum();
    count.accept("H17", week > who.maxWeekMinutes() ? 1 : 0);
    count.accept("H17", all.size() > who.maxDays() ? 1 : 0);
    count.accept("H17", all.values().stream().filter(day -> day > who.maxDayMinutes()).count());
    count.accept("M01", quarters(who.minWeekMinutes() - week));
    for (WeekProblem.Need need : who.needs()) {
      int given =
          mine.stream()
              .filter(one -> one.activity().type().equals(need.type()))
              .mapToInt(one -> one.activity().durationMinutes())
              .sum();
      count.accept("M02", 2 * quarters(need.minMinutes() - given));
    }
    count.accept(
        "M04", 6 * clinical.values().stream().filter(day -> day < who.minDayMinutes()).count());
    long programDays = clinical.values().stream().filter(day -> day >= who.minDayMinutes()).count();
    count.accept("M05", 10 * Math.max(0, who.minDays() - programDays));
    wishes(who, mine, count);
  }

  private void wishes(Patient who, List<Session> mine, ObjLongConsumer<String> count) {
    for (int i = 1; i < mine.size(); i++) {
      if (mine.get(i).day().equals(mine.get(i - 1).day())) {
        LocalDateTime last =
            mine.subList(0, i).stream()
                .map(Session::end)
                .max(Comparator.naturalOrder())
                .orElseThrow();
        long gap = Duration.between(last, mine.get(i).start()).toMinutes();
        count.accept("S3", gap > 15 ? gap / 15 : 0);
      }
    }
    who.preferred()
        .ifPresent(
            wish ->
                count.accept(
                    "S4",
                    mine.stream()
                        .filter(one -> one.start().getHour() >= 16 != wish.equals("evening"))
                        .count()));
    for (String series : who.currentSeries()) {
      Set<String> people = peopleOfSeries.get(series);
      count.accept("S9", people != null && !people.contains(who.id()) ? 3 : 0);
    }
  }

  private static long quarters(int missing) {
    return missing <= 0 ? 0 : (missing + 14) / 15;
  }
}
