package org.daybridge.scheduling.weekplan;

import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/** A week that nobody would publish: sessions thrown to any legal time, with anybody. */
final class RandomWeek {
  private final Draft draft;

  RandomWeek(WeekProblem problem, RandomGenerator random) {
    Board board = new Board(problem);
    draft = new Draft(board);
    for (int a = 0; a < board.activities.size(); a++) {
      if (board.starts[a].length == 0 || random.nextInt(5) == 0) {
        continue;
      }
      int[] rooms = board.roomsFor[a];
      int[] leaders = board.leadersFor[a];
      draft.place(
          a,
          board.starts[a][random.nextInt(board.starts[a].length)],
          rooms[random.nextInt(rooms.length)],
          new int[] {leaders[random.nextInt(leaders.length)]});
      int[] people = board.roster[a];
      if (people == null) {
        int from = random.nextInt(board.eligible[a].length);
        int size = Math.min(board.eligible[a].length, 4 + random.nextInt(10));
        int all = a;
        people =
            IntStream.range(0, size)
                .map(i -> board.eligible[all][(from + i) % board.eligible[all].length])
                .toArray();
      }
      for (int p : people) {
        draft.seat(a, p);
      }
      if (random.nextInt(4) == 0) {
        draft.energy();
        draft.takeBack();
      } else {
        draft.keep();
      }
    }
  }

  WeekScore score() {
    return draft.score();
  }

  WeekSolution solution() {
    Board board = draft.board;
    return new WeekSolution(
        board.problem.name(),
        IntStream.range(0, board.activities.size())
            .filter(draft::runs)
            .mapToObj(
                a ->
                    new WeekSolution.Assignment(
                        board.activities.get(a).id(),
                        board.problem.weekStart().atStartOfDay().plusMinutes(draft.start[a]),
                        Optional.of(board.rooms.get(draft.room[a]).id()),
                        List.of(board.clinicians.get(draft.leaders[a][0]).id()),
                        IntStream.of(draft.seated[a].toArray())
                            .mapToObj(p -> board.patients.get(p).id())
                            .toList()))
            .toList());
  }
}
