package org.daybridge.scheduling.weekplan;

import org.daybridge.scheduling.weekplan.WeekProblem.Activity;
import org.daybridge.scheduling.weekplan.WeekProblem.Clinician;
import org.daybridge.scheduling.weekplan.WeekProblem.Need;
import org.daybridge.scheduling.weekplan.WeekProblem.Patient;

/**
 * What each activity, person, room, series and pair costs, as {@code {rules, care, wishes, people
 * missing to a minimum, guidance}}: each a small function over the list of its sessions.
 */
final class Tally {
  private static final int EVENING = 16 * 60;
  private static final int FREE_GAP = 15;
  private static final int NO_SITE = -1;
  private static final int SEVERAL_SITES = -2;
  private final Draft draft;
  private final Board board;
  private int[] order = new int[64];
  private final int[] dayClinical = new int[7];
  private final int[] dayAll = new int[7];
  private final int[] daySite = new int[7];

  Tally(Draft draft) {
    this.draft = draft;
    this.board = draft.board;
  }

  long[] activity(int a) {
    Activity one = board.activities.get(a);
    long[] cost = new long[Draft.LEVELS];
    if (!draft.runs(a)) {
      cost[1] = one.mandatory() ? 20 : 0;
      cost[0] = board.pinned[a] ? 1 : 0;
      return cost;
    }
    int people = draft.seated[a].size;
    int[] who = draft.leaders[a];
    if (people < one.minPatients()) {
      cost[3] += one.minPatients() - people;
    }
    if (people > one.maxPatients()) {
      cost[0] += 1;
    }
    int room = draft.room[a];
    if (room >= 0 && board.rooms.get(room).capacity() < people + who.length) {
      cost[0] += 1;
    }
    cost[0] += supervision(a, who);
    int newcomers = 0;
    for (int i = 0; i < people; i++) {
      int p = draft.seated[a].items[i];
      for (int c : who) {
        cost[0] += board.agree(p, c, board.alone[a]) ? 0 : 1;
      }
      newcomers += board.patients.get(p).weekInProgram() == 1 ? 1 : 0;
    }
    int usual = board.continuity[a];
    if (usual >= 0 && !contains(who, usual)) {
      cost[2] += one.continuityWeight();
    }
    if (board.before[a] >= 0 && board.before[a] != draft.start[a]) {
      cost[2] += one.before().orElseThrow().cost();
    }
    if (one.targetPatients().isPresent()) {
      cost[2] += Math.max(0, Math.abs(people - one.targetPatients().getAsInt()) - 2);
    }
    if (one.roster().isEmpty()) {
      cost[2] += 2L * Math.max(0, newcomers - 3);
    }
    return cost;
  }

  private int supervision(int a, int[] who) {
    for (int c : who) {
      if (!board.clinicians.get(c).supervised()) {
        return 0;
      }
    }
    int alone = 0;
    int minutes = board.activities.get(a).durationMinutes();
    for (int c : who) {
      alone += board.supervised(c, draft.start[a], minutes) ? 0 : 1;
    }
    return alone;
  }

  long[] patient(int p) {
    Patient who = board.patients.get(p);
    long[] cost = new long[Draft.LEVELS];
    Numbers mine = draft.ofPatient[p];
    sort(mine);
    java.util.Arrays.fill(dayClinical, 0);
    java.util.Arrays.fill(dayAll, 0);
    cost[0] = overlaps(mine.size);
    int week = 0;
    int lastEnd = -1;
    int lastDay = -1;
    for (int i = 0; i < mine.size; i++) {
      int a = order[i];
      int start = draft.start[a];
      int minutes = board.activities.get(a).durationMinutes();
      int day = start / Spans.DAY;
      if (day == lastDay) {
        int gap = start - lastEnd;
        cost[2] += gap > FREE_GAP ? gap / FREE_GAP : 0;
      }
      cost[0] += board.patientFree[p].holds(start, minutes) ? 0 : 1;
      dayAll[day] += minutes;
      if (board.clinical[a]) {
        dayClinical[day] += minutes;
        week += minutes;
      }
      if (who.preferred().isPresent()) {
        boolean evening = start % Spans.DAY >= EVENING;
        cost[2] += evening == who.preferred().get().equals("evening") ? 0 : 1;
      }
      lastEnd = Math.max(lastDay == day ? lastEnd : -1, start + minutes);
      lastDay = day;
    }
    int days = 0;
    int programDays = 0;
    int begun = 0;
    int begunMinutes = 0;
    for (int day = 0; day < 7; day++) {
      days += dayAll[day] > 0 ? 1 : 0;
      cost[0] += dayAll[day] > who.maxDayMinutes() ? 1 : 0;
      if (dayClinical[day] >= who.minDayMinutes()) {
        programDays += dayClinical[day] > 0 ? 1 : 0;
      } else if (dayClinical[day] > 0) {
        cost[1] += 6;
        begun++;
        begunMinutes += dayClinical[day];
      }
    }
    cost[4] = guidance(who, who.minDays() - programDays, begun, begunMinutes);
    cost[0] += week > who.maxWeekMinutes() ? 1 : 0;
    cost[0] += days > who.maxDays() ? 1 : 0;
    cost[1] += quarters(who.minWeekMinutes() - week);
    cost[1] += 10L * Math.max(0, who.minDays() - programDays);
    needs(p, who, mine, cost);
    if (!who.currentSeries().isEmpty()) {
      dropped(who, mine, cost);
    }
    return cost;
  }

  /**
   * A program day that has begun is on its way, which the rules do not see: they count it worse
   * than none. The search is told so at first, and less and less.
   */
  private static long guidance(Patient who, int missing, int begun, int minutes) {
    int days = Math.min(missing, begun);
    if (days <= 0) {
      return 0;
    }
    int counted = minutes * days / begun;
    return -5L * days - 10L * counted / Math.max(1, who.minDayMinutes());
  }

  private void needs(int p, Patient who, Numbers mine, long[] cost) {
    for (int n = 0; n < who.needs().size(); n++) {
      Need need = who.needs().get(n);
      int given = 0;
      for (int i = 0; i < mine.size; i++) {
        int a = mine.items[i];
        if (board.typeOf[a] == board.needType[p][n]) {
          given += board.activities.get(a).durationMinutes();
        }
      }
      cost[1] += 2 * quarters(need.minMinutes() - given);
    }
  }

  private void dropped(Patient who, Numbers mine, long[] cost) {
    for (int s = 0; s < board.series.size(); s++) {
      if (!who.currentSeries().contains(board.series.get(s))) {
        continue;
      }
      boolean runs = false;
      boolean in = false;
      for (int a : board.occurrences[s]) {
        runs |= draft.runs(a);
        in |= mine.contains(a);
      }
      cost[2] += runs && !in ? 3 : 0;
    }
  }

  long[] clinician(int c) {
    Clinician who = board.clinicians.get(c);
    long[] cost = new long[Draft.LEVELS];
    Numbers mine = draft.ofClinician[c];
    sort(mine);
    java.util.Arrays.fill(dayAll, 0);
    java.util.Arrays.fill(daySite, NO_SITE);
    cost[0] = overlaps(mine.size);
    int week = 0;
    int runStart = -1;
    int lastEnd = Integer.MIN_VALUE / 2;
    for (int i = 0; i < mine.size; i++) {
      int a = order[i];
      int start = draft.start[a];
      int minutes = board.activities.get(a).durationMinutes();
      int day = start / Spans.DAY;
      cost[0] += board.onDuty(c, start, minutes) ? 0 : 1;
      if (start - lastEnd >= Math.max(1, who.breakMinutes())) {
        runStart = start;
      }
      lastEnd = Math.max(lastEnd, start + minutes);
      cost[0] += lastEnd - runStart > who.maxRunMinutes() ? 1 : 0;
      dayAll[day] += minutes;
      week += minutes;
      if (board.activities.get(a).inPerson()) {
        if (daySite[day] == NO_SITE) {
          daySite[day] = board.siteOf[a];
        } else if (daySite[day] != SEVERAL_SITES && daySite[day] != board.siteOf[a]) {
          daySite[day] = SEVERAL_SITES;
          cost[0] += 1;
        }
      }
    }
    for (int minutes : dayAll) {
      cost[0] += minutes > who.maxDayMinutes() ? 1 : 0;
    }
    cost[0] += week > who.maxWeekMinutes() ? 1 : 0;
    cost[2] += Math.max(0, week - who.maxWeekMinutes() * 85 / 100) / 15;
    return cost;
  }

  long[] room(int r) {
    long[] cost = new long[Draft.LEVELS];
    Numbers mine = draft.ofRoom[r];
    sort(mine);
    cost[0] = overlaps(mine.size);
    return cost;
  }

  long[] series(int s) {
    long[] cost = new long[Draft.LEVELS];
    int[] all = board.occurrences[s];
    int times = 0;
    int teams = 0;
    for (int i = 0; i < all.length; i++) {
      if (!draft.runs(all[i])) {
        continue;
      }
      boolean newTime = true;
      boolean newTeam = true;
      for (int j = 0; j < i; j++) {
        if (draft.runs(all[j])) {
          newTime &= draft.start[all[j]] % Spans.DAY != draft.start[all[i]] % Spans.DAY;
          newTeam &= !sameTeam(draft.leaders[all[j]], draft.leaders[all[i]]);
        }
      }
      times += newTime ? 1 : 0;
      teams += newTeam ? 1 : 0;
    }
    cost[2] = 2L * Math.max(0, times - 1) + 3L * Math.max(0, teams - 1);
    return cost;
  }

  long[] pair(int k) {
    long[] cost = new long[Draft.LEVELS];
    Numbers one = draft.ofPatient[board.pairs[k][0]];
    Numbers other = draft.ofPatient[board.pairs[k][1]];
    for (int i = 0; i < one.size; i++) {
      for (int j = 0; j < other.size; j++) {
        int a = one.items[i];
        int b = other.items[j];
        if (a == b) {
          cost[0] += 1;
        } else if (near(a, b)) {
          cost[2] += 5;
        }
      }
    }
    return cost;
  }

  private boolean near(int a, int b) {
    return board.activities.get(a).inPerson()
        && board.activities.get(b).inPerson()
        && board.siteOf[a] == board.siteOf[b]
        && draft.start[a] / Spans.DAY == draft.start[b] / Spans.DAY
        && draft.start[a] - draft.end(b) <= 30
        && draft.start[b] - draft.end(a) <= 30;
  }

  /** Every pair of the sorted sessions that happens at once. */
  private int overlaps(int size) {
    int pairs = 0;
    for (int i = 0; i < size; i++) {
      int end = draft.end(order[i]);
      for (int j = i + 1; j < size && draft.start[order[j]] < end; j++) {
        pairs++;
      }
    }
    return pairs;
  }

  private void sort(Numbers mine) {
    if (order.length < mine.size) {
      order = new int[mine.size * 2];
    }
    for (int i = 0; i < mine.size; i++) {
      int a = mine.items[i];
      int j = i - 1;
      while (j >= 0 && draft.start[order[j]] > draft.start[a]) {
        order[j + 1] = order[j];
        j--;
      }
      order[j + 1] = a;
    }
  }

  private static long quarters(int missing) {
    return missing <= 0 ? 0 : (missing + 14) / 15;
  }

  private static boolean sameTeam(int[] one, int[] other) {
    if (one.length != other.length) {
      return false;
    }
    for (int c : one) {
      if (!contains(other, c)) {
        return false;
      }
    }
    return true;
  }

  private static boolean contains(int[] all, int one) {
    for (int each : all) {
      if (each == one) {
        return true;
      }
    }
    return false;
  }
}
