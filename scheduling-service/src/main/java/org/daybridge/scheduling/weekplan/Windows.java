package org.daybridge.scheduling.weekplan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.daybridge.scheduling.weekplan.WeekProblem.Window;

/** Times of a week as sets. */
final class Windows {
  private Windows() {}

  /** The same times of one day, none of which touch. */
  static List<Window> joined(List<Window> windows) {
    List<Window> all = new ArrayList<>();
    for (Window one :
        windows.stream()
            .sorted(Comparator.comparing(Window::date).thenComparing(Window::from))
            .toList()) {
      Window last = all.isEmpty() ? null : all.getLast();
      if (last != null && last.date().equals(one.date()) && one.from() <= last.to()) {
        all.set(
            all.size() - 1, new Window(last.date(), last.from(), Math.max(last.to(), one.to())));
      } else {
        all.add(one);
      }
    }
    return all;
  }

  /** The windows but for what is taken out of them. */
  static List<Window> without(List<Window> windows, List<Window> taken) {
    List<Window> left = List.copyOf(windows);
    for (Window hole : taken) {
      left = left.stream().flatMap(one -> cut(one, hole).stream()).toList();
    }
    return left;
  }

  private static List<Window> cut(Window one, Window hole) {
    boolean apart =
        !one.date().equals(hole.date()) || hole.to() <= one.from() || one.to() <= hole.from();
    if (apart) {
      return List.of(one);
    }
    List<Window> left = new ArrayList<>();
    if (one.from() < hole.from()) {
      left.add(new Window(one.date(), one.from(), hole.from()));
    }
    if (hole.to() < one.to()) {
      left.add(new Window(one.date(), hole.to(), one.to()));
    }
    return left;
  }
}
