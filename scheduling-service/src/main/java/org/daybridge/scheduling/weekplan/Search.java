package org.daybridge.scheduling.weekplan;

import java.util.Arrays;
import java.util.Comparator;
import java.util.function.BooleanSupplier;
import java.util.function.DoubleSupplier;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * Makes a week better by trying changes: annealing at a low temperature, moves aimed at whoever
 * lacks care. Every plan it remembers could be published as it stands.
 */
final class Search {
  private static final double WARM = 6;
  private static final double COLD = 0.4;
  private final Draft draft;
  private final Board board;
  private final RandomGenerator random;
  private final Moves moves;
  private WeekScore best;
  private Snapshot bestPlan;
  private long tried;

  /** A plan worth keeping. */
  record Snapshot(int[] start, int[] room, int[][] leaders, int[][] seated) {
    static Snapshot of(Draft draft) {
      int[][] seated = new int[draft.seated.length][];
      Arrays.setAll(seated, a -> draft.seated[a].toArray());
      return new Snapshot(draft.start.clone(), draft.room.clone(), draft.leaders.clone(), seated);
    }
  }

  Search(Draft draft, RandomGenerator random) {
    this.draft = draft;
    this.board = draft.board;
    this.random = random;
    this.moves = new Moves(draft, random);
    this.bestPlan = Snapshot.of(draft);
    this.best = draft.score();
  }

  WeekScore best() {
    return best;
  }

  Snapshot bestPlan() {
    return bestPlan;
  }

  long tried() {
    return tried;
  }

  /** A first plan: what is fixed, then who has little choice, then the open groups. */
  void construct() {
    Integer[] order = new Integer[board.activities.size()];
    Arrays.setAll(order, i -> i);
    Arrays.sort(
        order,
        Comparator.comparing((Integer a) -> !board.pinned[a])
            .thenComparing(a -> board.roster[a] == null ? 0 : 1)
            .thenComparing(a -> board.starts[a].length));
    for (int a : order) {
      if (board.pinned[a]) {
        layPinned(a);
      } else {
        moves.layBest(a, 24);
      }
      draft.keep();
    }
    for (int round = 0; round < 2; round++) {
      for (int p : shuffled(board.patients.size())) {
        long before = draft.energy();
        moves.rebuildWeek(p);
        decide(before, 0);
      }
    }
    publishable();
  }

  /** Begins with a plan that was found before. */
  void take(WeekSolution plan) {
    draft.lay(plan);
    draft.energy();
    draft.keep();
    publishable();
  }

  private void layPinned(int a) {
    WeekProblem.Pin pin = board.activities.get(a).pinned().orElseThrow();
    int[] who =
        IntStream.range(0, board.clinicians.size())
            .filter(c -> pin.clinicians().contains(board.clinicians.get(c).id()))
            .toArray();
    int where =
        pin.room()
            .map(id -> board.rooms.stream().map(WeekProblem.Room::id).toList().indexOf(id))
            .orElse(-1);
    draft.place(a, board.minuteOf(pin.start()), where, who);
    moves.seatRoster(a);
  }

  /** Searches until told to stop; {@code progress} from 0 to 1 cools it down. */
  void run(DoubleSupplier progress, BooleanSupplier stop) {
    double temperature = WARM;
    while (true) {
      if ((++tried & 63) == 0) {
        if (stop.getAsBoolean()) {
          break;
        }
        double done = progress.getAsDouble();
        temperature = WARM * Math.pow(COLD / WARM, done);
        draft.guide(Math.max(0, 1 - 2 * done));
        if ((tried & 2047) == 0) {
          publishable();
        }
      }
      long before = draft.energy();
      if (moves.any()) {
        decide(before, temperature);
      } else {
        draft.takeBack();
      }
    }
    publishable();
  }

  private void decide(long before, double temperature) {
    long change = draft.energy() - before;
    if (change <= 0
        || temperature > 0
            && change < 100_000
            && random.nextDouble() < Math.exp(-change / temperature)) {
      draft.keep();
      if (change < 0) {
        remember();
      }
    } else {
      draft.takeBack();
    }
  }

  private void remember() {
    WeekScore now = draft.score();
    if (now.compareTo(best) < 0) {
      best = now;
      bestPlan = Snapshot.of(draft);
    }
  }

  /** What the plan is worth without the groups that have not filled up. */
  private void publishable() {
    for (int a = 0; a < draft.start.length; a++) {
      if (draft.runs(a)
          && board.roster[a] == null
          && !board.pinned[a]
          && draft.seated[a].size < board.activities.get(a).minPatients()) {
        draft.remove(a);
      }
    }
    remember();
    draft.takeBack();
  }

  private int[] shuffled(int count) {
    int[] order = new int[count];
    Arrays.setAll(order, i -> i);
    for (int i = count - 1; i > 0; i--) {
      int j = random.nextInt(i + 1);
      int each = order[i];
      order[i] = order[j];
      order[j] = each;
    }
    return order;
  }
}
