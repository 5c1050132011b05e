package org.daybridge.scheduling.weekplan;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * The changes that the search tries. Each returns whether it did something worth judging; a change
 * half made is taken back by the caller.
 */
final class Moves {
  private final Draft draft;
  private final Board board;
  private final RandomGenerator random;
  private final Placement placement;
  private final PersonalWeek week;
  private final int[][] choices;

  Moves(Draft draft, RandomGenerator random) {
    this.draft = draft;
    this.board = draft.board;
    this.random = random;
    this.placement = new Placement(draft, random);
    this.week = new PersonalWeek(draft, random, placement);
    choices = week.choices();
  }

  /** One change, drawn by how much each kind has helped. */
  boolean any() {
    int dice = random.nextInt(100);
    if (dice < 16) {
      return relocate(random.nextInt(draft.start.length));
    }
    if (dice < 24) {
      return missing();
    }
    int p = needy();
    if (dice < 44) {
      return join(p);
    }
    if (dice < 68) {
      return change(p);
    }
    if (dice < 76) {
      return leave(p);
    }
    if (dice < 84) {
      return exchangeSeats(p);
    }
    if (dice < 93) {
      return week.rebuildDay(p, random.nextInt(7));
    }
    if (dice < 95) {
      return random.nextBoolean() ? week.rebuild(p) : takeDay(p);
    }
    return otherTeam(random.nextInt(draft.start.length));
  }

  private int needy() {
    int p = random.nextInt(board.patients.size());
    for (int i = 0; i < 3 && draft.careMissing(p) == 0; i++) {
      p = random.nextInt(board.patients.size());
    }
    return p;
  }

  private boolean relocate(int a) {
    if (board.pinned[a] || board.starts[a].length == 0) {
      return false;
    }
    int at = time(a);
    int[] before = draft.seated[a].toArray();
    if (draft.runs(a)) {
      draft.remove(a);
      if (board.roster[a] == null && random.nextInt(40) == 0) {
        return true;
      }
    }
    if (board.roster[a] != null) {
      return lay(a, at);
    }
    if (!placement.place(a, at, Math.max(before.length, board.activities.get(a).minPatients()))) {
      return false;
    }
    for (int p : before) {
      if (placement.canCome(a, p)) {
        draft.seat(a, p);
      }
    }
    fill(a, board.activities.get(a).targetPatients().orElse(board.activities.get(a).maxPatients()));
    return true;
  }

  private boolean missing() {
    int from = random.nextInt(draft.start.length);
    for (int i = 0; i < draft.start.length; i++) {
      int a = (from + i) % draft.start.length;
      if (!draft.runs(a)) {
        return relocate(a);
      }
    }
    return false;
  }

  /** A legal time: near the present one, next to a session of the same people, or any. */
  private int time(int a) {
    int[] all = board.starts[a];
    int dice = random.nextInt(10);
    if (dice < 3 && draft.runs(a)) {
      int wanted =
          draft.start[a]
              + (random.nextBoolean() ? 1 : -1) * board.problem.grid() * (1 + random.nextInt(4));
      return nearest(all, wanted);
    }
    if (dice < 5 && board.seriesOf[a] >= 0) {
      int[] group = board.occurrences[board.seriesOf[a]];
      int other = group[random.nextInt(group.length)];
      if (other != a && draft.runs(other)) {
        int day = all[random.nextInt(all.length)] / Spans.DAY;
        return nearest(all, day * Spans.DAY + draft.start[other] % Spans.DAY);
      }
    }
    if (dice < 8) {
      int[] people = board.roster[a] != null ? board.roster[a] : board.eligible[a];
      if (people.length > 0) {
        Numbers theirs = draft.ofPatient[people[random.nextInt(people.length)]];
        if (theirs.size > 0) {
          int b = theirs.items[random.nextInt(theirs.size)];
          return nearest(
              all,
              random.nextBoolean()
                  ? draft.end(b)
                  : draft.start[b] - board.activities.get(a).durationMinutes());
        }
      }
    }
    return all[random.nextInt(all.length)];
  }

  private static int nearest(int[] all, int wanted) {
    int at = Arrays.binarySearch(all, wanted);
    return at >= 0 ? all[at] : all[Math.min(all.length - 1, -at - 1)];
  }

  private boolean join(int p) {
    int[] mine = choices[p];
    for (int tries = 0; tries < 6 && mine.length > 0; tries++) {
      int a = mine[random.nextInt(mine.length)];
      if (draft.runs(a) && !draft.seated[a].contains(p) && placement.canCome(a, p)) {
        draft.seat(a, p);
        return true;
      }
    }
    return false;
  }

  private boolean leave(int p) {
    int a = openGroup(p);
    if (a < 0) {
      return false;
    }
    draft.unseat(a, p);
    return true;
  }

  private int openGroup(int p) {
    Numbers mine = draft.ofPatient[p];
    if (mine.size == 0) {
      return -1;
    }
    int a = mine.items[random.nextInt(mine.size)];
    return board.roster[a] == null ? a : -1;
  }

  private boolean change(int p) {
    return leave(p) && join(p);
  }

  private boolean exchangeSeats(int p) {
    int a = openGroup(p);
    if (a < 0 || choices[p].length == 0) {
      return false;
    }
    int b = choices[p][random.nextInt(choices[p].length)];
    if (a == b || !draft.runs(b) || draft.seated[b].size == 0) {
      return false;
    }
    int q = draft.seated[b].items[random.nextInt(draft.seated[b].size)];
    if (q == p || draft.seated[b].contains(p) || draft.seated[a].contains(q)) {
      return false;
    }
    draft.unseat(a, p);
    draft.unseat(b, q);
    if (!placement.canCome(b, p)) {
      return false;
    }
    draft.seat(b, p);
    if (placement.canCome(a, q)) {
      draft.seat(a, q);
    }
    return true;
  }

  private boolean otherTeam(int a) {
    if (!draft.runs(a) || board.pinned[a]) {
      return false;
    }
    int at = draft.start[a];
    int[] people = draft.seated[a].toArray();
    draft.remove(a);
    if (!placement.place(a, at, people.length)) {
      return false;
    }
    for (int p : people) {
      draft.seat(a, p);
    }
    return true;
  }

  /** Somebody else's day in full groups goes to this person; the other's week is chosen anew. */
  private boolean takeDay(int p) {
    if (choices[p].length == 0) {
      return false;
    }
    int a = choices[p][random.nextInt(choices[p].length)];
    if (!draft.runs(a) || draft.seated[a].size == 0) {
      return false;
    }
    int q = draft.seated[a].items[random.nextInt(draft.seated[a].size)];
    if (q == p) {
      return false;
    }
    int day = draft.start[a] / Spans.DAY;
    week.emptyDay(q, day);
    boolean taken = week.rebuildDay(p, day);
    return week.rebuild(q) && taken;
  }

  /** Chooses a person's days and open groups anew. */
  void rebuildWeek(int p) {
    week.rebuild(p);
  }

  /** Seats exactly those whom a closed group or an appointment is for. */
  void seatRoster(int a) {
    int[] fixed = board.roster[a];
    if (fixed != null) {
      for (int p : fixed) {
        draft.seat(a, p);
      }
    }
  }

  /** The best of some legal times; stays out where none is free. */
  void layBest(int a, int tries) {
    int[] all = board.starts[a];
    long bestEnergy = Long.MAX_VALUE;
    int bestAt = -1;
    for (int i = 0; i < Math.min(tries, all.length); i++) {
      int at = all.length <= tries ? all[i] : all[random.nextInt(all.length)];
      if (lay(a, at)) {
        long energy = draft.energy();
        if (energy < bestEnergy) {
          bestEnergy = energy;
          bestAt = at;
        }
      }
      draft.takeBack();
    }
    if (bestAt >= 0) {
      lay(a, bestAt);
    }
  }

  /** Lays an activity with its roster or, where it is open, with whom it can help. */
  private boolean lay(int a, int at) {
    int[] fixed = board.roster[a];
    int wanted =
        fixed != null
            ? fixed.length
            : board
                .activities
                .get(a)
                .targetPatients()
                .orElse(board.activities.get(a).maxPatients());
    if (!placement.place(a, at, wanted)) {
      return false;
    }
    if (fixed != null) {
      for (int p : fixed) {
        makeRoom(a, p);
        if (!placement.timeFits(a, p)) {
          return false;
        }
        draft.seat(a, p);
      }
      return true;
    }
    fill(a, wanted);
    return true;
  }

  /** An open group gives way to an appointment of the same person. */
  private void makeRoom(int a, int p) {
    Numbers mine = draft.ofPatient[p];
    for (int i = mine.size - 1; i >= 0; i--) {
      int b = mine.items[i];
      if (board.roster[b] == null
          && draft.start[b] < draft.end(a)
          && draft.start[a] < draft.end(b)) {
        draft.unseat(b, p);
      }
    }
  }

  private void fill(int a, int wanted) {
    int[] people = board.eligible[a];
    if (people.length == 0) {
      return;
    }
    int from = random.nextInt(people.length);
    for (int i = 0; i < people.length && draft.seated[a].size < wanted; i++) {
      int p = people[(from + i) % people.length];
      if (draft.careMissing(p) > 0 && placement.canCome(a, p)) {
        draft.seat(a, p);
      }
    }
  }
}
