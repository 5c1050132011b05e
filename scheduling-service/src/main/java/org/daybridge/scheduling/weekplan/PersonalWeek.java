package org.daybridge.scheduling.weekplan;

import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/** One person's week: which days, and which open groups close to each other on them. */
final class PersonalWeek {
  private final Draft draft;
  private final Board board;
  private final RandomGenerator random;
  private final Placement placement;
  private final int[] days = {0, 1, 2, 3, 4, 5, 6};
  private final int[][] choices;

  PersonalWeek(Draft draft, RandomGenerator random, Placement placement) {
    this.draft = draft;
    this.board = draft.board;
    this.random = random;
    this.placement = placement;
    choices = new int[board.patients.size()][];
    for (int p = 0; p < choices.length; p++) {
      int who = p;
      choices[p] =
          IntStream.range(0, board.activities.size())
              .filter(a -> board.roster[a] == null && board.mayCome[a].get(who))
              .toArray();
    }
  }

  /** The open groups that each person can come to. */
  int[][] choices() {
    return choices;
  }

  /** Chooses the open groups of one day anew. */
  boolean rebuildDay(int p, int day) {
    emptyDay(p, day);
    return fillDay(p, day, board.patients.get(p).minDayMinutes());
  }

  private boolean fillDay(int p, int day, int until) {
    int[] mine = choices[p];
    boolean changed = false;
    while (clinicalMinutes(p, day) < until) {
      int bestGroup = -1;
      double bestFit = Double.MAX_VALUE;
      for (int a : mine) {
        if (draft.runs(a)
            && draft.start[a] / Spans.DAY == day
            && !draft.seated[a].contains(p)
            && placement.canCome(a, p)) {
          double fit = distance(p, a) + random.nextDouble() * 90;
          if (fit < bestFit) {
            bestFit = fit;
            bestGroup = a;
          }
        }
      }
      if (bestGroup < 0) {
        return changed;
      }
      draft.seat(bestGroup, p);
      changed = true;
    }
    return changed;
  }

  private int distance(int p, int a) {
    int nearest = 0;
    boolean any = false;
    for (int i = 0; i < draft.ofPatient[p].size; i++) {
      int b = draft.ofPatient[p].items[i];
      if (draft.start[b] / Spans.DAY == draft.start[a] / Spans.DAY) {
        int gap = Math.max(draft.start[b] - draft.end(a), draft.start[a] - draft.end(b));
        nearest = any ? Math.min(nearest, gap) : gap;
        any = true;
      }
    }
    return nearest;
  }

  private int clinicalMinutes(int p, int day) {
    int minutes = 0;
    for (int i = 0; i < draft.ofPatient[p].size; i++) {
      int b = draft.ofPatient[p].items[i];
      if (board.clinical[b] && draft.start[b] / Spans.DAY == day) {
        minutes += board.activities.get(b).durationMinutes();
      }
    }
    return minutes;
  }

  /** Chooses a person's days and open groups anew. */
  boolean rebuild(int p) {
    Numbers mine = draft.ofPatient[p];
    for (int i = mine.size - 1; i >= 0; i--) {
      if (board.roster[mine.items[i]] == null) {
        draft.unseat(mine.items[i], p);
      }
    }
    for (int i = 6; i > 0; i--) {
      int j = random.nextInt(i + 1);
      int day = days[i];
      days[i] = days[j];
      days[j] = day;
    }
    for (int fixedFirst = 0; fixedFirst < 2; fixedFirst++) {
      for (int day : days) {
        if (clinicalMinutes(p, day) > 0 == (fixedFirst == 0)) {
          fillDay(p, day, board.patients.get(p).minDayMinutes());
          if (clinicalMinutes(p, day) < board.patients.get(p).minDayMinutes()) {
            emptyDay(p, day);
          }
        }
      }
    }
    return true;
  }

  /** Takes a person out of a day's open groups. */
  void emptyDay(int p, int day) {
    Numbers mine = draft.ofPatient[p];
    for (int i = mine.size - 1; i >= 0; i--) {
      int a = mine.items[i];
      if (board.roster[a] == null && draft.start[a] / Spans.DAY == day) {
        draft.unseat(a, p);
      }
    }
  }
}
