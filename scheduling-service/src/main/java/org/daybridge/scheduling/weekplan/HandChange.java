package org.daybridge.scheduling.weekplan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What people change in a proposed week: sessions laid elsewhere or led by others, two that swap,
 * one that stays out.
 */
public record HandChange(List<WeekSolution.Assignment> sessions, Set<String> leftOut) {

  /**
   * What a change is worth, counted from the two files alone.
   *
   * @param broken by code, the points that the change adds
   * @param mended by code, the points that it takes away
   */
  public record Verdict(
      WeekScore before, WeekScore after, Map<String, Long> broken, Map<String, Long> mended) {

    /** Of the week before, under its own problem, and the week after under the changed one. */
    public static Verdict of(Map<String, Long> before, Map<String, Long> after) {
      return new Verdict(
          Recount.score(before), Recount.score(after), more(after, before), more(before, after));
    }

    private static Map<String, Long> more(Map<String, Long> these, Map<String, Long> those) {
      Map<String, Long> more = new TreeMap<>();
      these.forEach(
          (code, points) -> {
            long difference = points - those.getOrDefault(code, 0L);
            if (difference > 0) {
              more.put(code, difference);
            }
          });
      return more;
    }
  }

  /** The week with the change made. */
  public WeekSolution in(WeekSolution week) {
    Map<String, WeekSolution.Assignment> changed = new HashMap<>();
    sessions.forEach(one -> changed.put(one.activity(), one));
    List<WeekSolution.Assignment> all = new ArrayList<>();
    for (WeekSolution.Assignment one : week.assignments()) {
      WeekSolution.Assignment instead = changed.remove(one.activity());
      if (instead != null) {
        all.add(instead);
      } else if (!leftOut.contains(one.activity())) {
        all.add(one);
      }
    }
    sessions.stream().filter(one -> changed.containsKey(one.activity())).forEach(all::add);
    return new WeekSolution(week.problem(), all);
  }
}
