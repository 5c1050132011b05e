package org.daybridge.scheduling.weekplan;

import java.util.Arrays;
import java.util.Map;
import org.daybridge.scheduling.weekplan.WeekProblem.Activity;

/**
 * A week in the making. Changes are tried: {@link #energy()} counts again only whom they touched,
 * {@link #keep()} makes them so, {@link #takeBack()} leaves no trace.
 */
final class Draft {
  /** A person missing to a group's minimum: bad, but a group must be able to fill up. */
  private static final long MISSING_PERSON = 60;

  static final int LEVELS = 5;
  private static final long RULE = 100_000_000;

  final Board board;
  final int[] start;
  final int[] room;
  final int[][] leaders;
  final Numbers[] seated;
  final Numbers[] ofPatient;
  final Numbers[] ofClinician;
  final Numbers[] ofRoom;
  private final Tally tally;
  private final int clinicians0;
  private final int patients0;
  private final int rooms0;
  private final int series0;
  private final int pairs0;
  private final long[][] cost;
  private final long[] total = new long[LEVELS];
  private final long[] totalBefore = new long[LEVELS];
  private final int[] touched;
  private final boolean[] isTouched;
  private int touchedSize;
  private final int[] savedStamp;
  private int stamp = 1;
  private final Numbers saved = new Numbers();
  private long[][] savedCost = new long[64][];
  private final java.util.ArrayList<Runnable> undo = new java.util.ArrayList<>();
  private final long careWeight = 40;
  private double guidance = 1;

  Draft(Board board) {
    this.board = board;
    int n = board.activities.size();
    start = new int[n];
    Arrays.fill(start, -1);
    room = new int[n];
    leaders = new int[n][0];
    seated = bags(n);
    ofPatient = bags(board.patients.size());
    ofClinician = bags(board.clinicians.size());
    ofRoom = bags(board.rooms.size());
    patients0 = n;
    clinicians0 = patients0 + ofPatient.length;
    rooms0 = clinicians0 + ofClinician.length;
    series0 = rooms0 + ofRoom.length;
    pairs0 = series0 + board.series.size();
    int entities = pairs0 + board.pairs.length;
    cost = new long[entities][LEVELS];
    touched = new int[entities];
    isTouched = new boolean[entities];
    savedStamp = new int[entities];
    tally = new Tally(this);
    for (int e = 0; e < entities; e++) {
      touch(e);
    }
    energy();
    keep();
  }

  private static Numbers[] bags(int count) {
    Numbers[] bags = new Numbers[count];
    Arrays.setAll(bags, i -> new Numbers());
    return bags;
  }

  boolean runs(int activity) {
    return start[activity] >= 0;
  }

  int end(int activity) {
    return start[activity] + board.activities.get(activity).durationMinutes();
  }

  Activity activity(int a) {
    return board.activities.get(a);
  }

  /** Lays an activity that does not run to a time, a room (-1: none) and clinicians. */
  void place(int a, int at, int where, int[] who) {
    set(a, at, where, who);
    undo.add(() -> set(a, -1, -1, new int[0]));
  }

  /** Lays a whole plan into the empty week; its names have to be the problem's. */
  void lay(WeekSolution plan) {
    Map<String, Integer> activities =
        Board.numbers(board.activities.stream().map(Activity::id).toList());
    Map<String, Integer> patients =
        Board.numbers(board.patients.stream().map(WeekProblem.Patient::id).toList());
    Map<String, Integer> clinicians =
        Board.numbers(board.clinicians.stream().map(WeekProblem.Clinician::id).toList());
    Map<String, Integer> rooms =
        Board.numbers(board.rooms.stream().map(WeekProblem.Room::id).toList());
    for (WeekSolution.Assignment one : plan.assignments()) {
      int a = activities.get(one.activity());
      place(
          a,
          board.minuteOf(one.start()),
          one.room().map(rooms::get).orElse(-1),
          one.clinicians().stream().mapToInt(clinicians::get).toArray());
      one.patients().forEach(p -> seat(a, patients.get(p)));
    }
  }

  /** Takes an activity, and everybody in it, out of the week. */
  void remove(int a) {
    while (seated[a].size > 0) {
      unseat(a, seated[a].items[seated[a].size - 1]);
    }
    int at = start[a];
    int where = room[a];
    int[] who = leaders[a];
    set(a, -1, -1, new int[0]);
    undo.add(() -> set(a, at, where, who));
  }

  private void set(int a, int at, int where, int[] who) {
    if (runs(a)) {
      if (room[a] >= 0) {
        ofRoom[room[a]].remove(a);
      }
      for (int c : leaders[a]) {
        ofClinician[c].remove(a);
      }
    }
    touchTeam(a);
    start[a] = at;
    room[a] = where;
    leaders[a] = who;
    touchTeam(a);
    touch(a);
    if (at >= 0) {
      if (where >= 0) {
        ofRoom[where].add(a);
      }
      for (int c : who) {
        ofClinician[c].add(a);
      }
    }
    int series = board.seriesOf[a];
    if (series >= 0) {
      touch(series0 + series);
      for (int p : board.regulars[series]) {
        touch(patients0 + p);
      }
    }
  }

  private void touchTeam(int a) {
    if (room[a] >= 0) {
      touch(rooms0 + room[a]);
    }
    for (int c : leaders[a]) {
      touch(clinicians0 + c);
    }
  }

  void seat(int a, int p) {
    seatNow(a, p);
    undo.add(() -> unseatNow(a, p));
  }

  void unseat(int a, int p) {
    unseatNow(a, p);
    undo.add(() -> seatNow(a, p));
  }

  private void seatNow(int a, int p) {
    seated[a].add(p);
    ofPatient[p].add(a);
    touchSeat(a, p);
  }

  private void unseatNow(int a, int p) {
    seated[a].remove(p);
    ofPatient[p].remove(a);
    touchSeat(a, p);
  }

  private void touchSeat(int a, int p) {
    touch(a);
    touch(patients0 + p);
    for (int k : board.pairsOf[p]) {
      touch(pairs0 + k);
    }
  }

  private void touch(int entity) {
    if (!isTouched[entity]) {
      isTouched[entity] = true;
      touched[touchedSize++] = entity;
    }
  }

  /** What the search makes smaller; counts again whoever was touched. */
  long energy() {
    for (int i = 0; i < touchedSize; i++) {
      int entity = touched[i];
      isTouched[entity] = false;
      long[] before = cost[entity];
      long[] now = count(entity);
      if (savedStamp[entity] != stamp) {
        savedStamp[entity] = stamp;
        if (saved.size == savedCost.length) {
          savedCost = Arrays.copyOf(savedCost, saved.size * 2);
        }
        savedCost[saved.size] = before;
        saved.add(entity);
      }
      cost[entity] = now;
      for (int level = 0; level < LEVELS; level++) {
        total[level] += now[level] - before[level];
      }
    }
    touchedSize = 0;
    return total[0] * RULE
        + total[1] * careWeight
        + total[2]
        + total[3] * MISSING_PERSON
        + (long) (guidance * careWeight * total[4]);
  }

  /** How much a begun program day is worth to the search, from 1 to 0. */
  void guide(double share) {
    guidance = share;
  }

  private long[] count(int entity) {
    if (entity < patients0) {
      return tally.activity(entity);
    }
    if (entity < clinicians0) {
      return tally.patient(entity - patients0);
    }
    if (entity < rooms0) {
      return tally.clinician(entity - clinicians0);
    }
    if (entity < series0) {
      return tally.room(entity - rooms0);
    }
    return entity < pairs0 ? tally.series(entity - series0) : tally.pair(entity - pairs0);
  }

  void keep() {
    energy();
    undo.clear();
    saved.size = 0;
    stamp++;
    System.arraycopy(total, 0, totalBefore, 0, LEVELS);
  }

  void takeBack() {
    for (int i = undo.size() - 1; i >= 0; i--) {
      undo.get(i).run();
    }
    undo.clear();
    for (int i = 0; i < saved.size; i++) {
      cost[saved.items[i]] = savedCost[i];
    }
    saved.size = 0;
    stamp++;
    for (int i = 0; i < touchedSize; i++) {
      isTouched[touched[i]] = false;
    }
    touchedSize = 0;
    System.arraycopy(totalBefore, 0, total, 0, LEVELS);
  }

  /** Groups under their minimum count as broken rules here. */
  WeekScore score() {
    energy();
    return new WeekScore(total[0] + total[3], total[1], total[2]);
  }

  long careMissing(int patient) {
    return cost[patients0 + patient][1];
  }
}
