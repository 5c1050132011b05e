package org.daybridge.scheduling.weekplan;

import java.util.BitSet;
import java.util.random.RandomGenerator;
import org.daybridge.scheduling.weekplan.WeekProblem.Activity;
import org.daybridge.scheduling.weekplan.WeekProblem.Clinician;
import org.daybridge.scheduling.weekplan.WeekProblem.Patient;
import org.jspecify.annotations.Nullable;

/** Finds who and what is free for a session: a room, clinicians, people who can come. */
final class Placement {
  private static final int NONE = -2;
  private final Draft draft;
  private final Board board;
  private final RandomGenerator random;

  Placement(Draft draft, RandomGenerator random) {
    this.draft = draft;
    this.board = draft.board;
    this.random = random;
  }

  /** Lays the activity to this time with whoever is free; false where nobody is. */
  boolean place(int a, int at, int wanted) {
    int[] team = team(a, at);
    if (team == null) {
      return false;
    }
    int where = room(a, at, wanted + team.length);
    if (where == NONE) {
      return false;
    }
    draft.place(a, at, where, team);
    return true;
  }

  private int room(int a, int at, int wanted) {
    int minutes = board.activities.get(a).durationMinutes();
    int last = NONE;
    for (int r : board.roomsFor[a]) {
      if (r < 0) {
        return r;
      }
      if (free(draft.ofRoom[r], at, minutes)) {
        last = r;
        if (board.rooms.get(r).capacity() >= wanted) {
          return r;
        }
      }
    }
    return last;
  }

  /** The clinicians of last week or of the series' other sessions first, then any. */
  int @Nullable [] team(int a, int at) {
    Activity one = board.activities.get(a);
    int[] team = new int[one.clinicianCount()];
    int size = 0;
    if (board.continuity[a] >= 0 && random.nextInt(10) > 0) {
      size = joined(a, at, team, size, board.continuity[a]);
    }
    if (board.seriesOf[a] >= 0 && random.nextInt(10) > 0) {
      for (int b : board.occurrences[board.seriesOf[a]]) {
        for (int c : b == a ? new int[0] : draft.leaders[b]) {
          size = joined(a, at, team, size, c);
        }
      }
    }
    int[] all = board.leadersFor[a];
    int from = all.length == 0 ? 0 : random.nextInt(all.length);
    for (int i = 0; i < all.length && size < team.length; i++) {
      size = joined(a, at, team, size, all[(from + i) % all.length]);
    }
    return size == team.length ? team : null;
  }

  private int joined(int a, int at, int[] team, int size, int c) {
    if (size == team.length || !canLead(a, at, c)) {
      return size;
    }
    for (int i = 0; i < size; i++) {
      if (team[i] == c) {
        return size;
      }
    }
    team[size] = c;
    return size + 1;
  }

  private boolean canLead(int a, int at, int c) {
    boolean fits = false;
    for (int each : board.leadersFor[a]) {
      fits |= each == c;
    }
    Activity one = board.activities.get(a);
    Clinician who = board.clinicians.get(c);
    int minutes = one.durationMinutes();
    if (!fits
        || !board.onDuty(c, at, minutes)
        || !free(draft.ofClinician[c], at, minutes)
        || who.supervised() && one.clinicianCount() == 1 && !board.supervised(c, at, minutes)) {
      return false;
    }
    int day = minutes;
    int week = minutes;
    for (int i = 0; i < draft.ofClinician[c].size; i++) {
      int b = draft.ofClinician[c].items[i];
      int long0 = board.activities.get(b).durationMinutes();
      week += long0;
      day += draft.start[b] / Spans.DAY == at / Spans.DAY ? long0 : 0;
      if (one.inPerson()
          && board.activities.get(b).inPerson()
          && draft.start[b] / Spans.DAY == at / Spans.DAY
          && board.siteOf[a] != board.siteOf[b]) {
        return false;
      }
    }
    return day <= who.maxDayMinutes() && week <= who.maxWeekMinutes();
  }

  /** Whether a person can come to a running open group without breaking a rule. */
  boolean canCome(int a, int p) {
    Activity one = board.activities.get(a);
    if (board.roster[a] != null
        || !board.mayCome[a].get(p)
        || draft.seated[a].size >= one.maxPatients()
        || draft.room[a] >= 0
            && board.rooms.get(draft.room[a]).capacity()
                <= draft.seated[a].size + draft.leaders[a].length) {
      return false;
    }
    return timeFits(a, p) && peopleFit(a, p);
  }

  /** Availability, other sessions and the person's own limits. */
  boolean timeFits(int a, int p) {
    int at = draft.start[a];
    int minutes = board.activities.get(a).durationMinutes();
    Patient who = board.patients.get(p);
    Numbers mine = draft.ofPatient[p];
    if (!board.patientFree[p].holds(at, minutes) || !free(mine, at, minutes)) {
      return false;
    }
    int day = minutes;
    int week = board.clinical[a] ? minutes : 0;
    int days = 1 << at / Spans.DAY;
    for (int i = 0; i < mine.size; i++) {
      int b = mine.items[i];
      int long0 = board.activities.get(b).durationMinutes();
      week += board.clinical[b] ? long0 : 0;
      day += draft.start[b] / Spans.DAY == at / Spans.DAY ? long0 : 0;
      days |= 1 << draft.start[b] / Spans.DAY;
    }
    return day <= who.maxDayMinutes()
        && week <= who.maxWeekMinutes()
        && Integer.bitCount(days) <= who.maxDays();
  }

  private boolean peopleFit(int a, int p) {
    for (int c : draft.leaders[a]) {
      if (!board.agree(p, c, board.alone[a])) {
        return false;
      }
    }
    BitSet apart = board.mayNotMeet[p];
    for (int i = 0; i < draft.seated[a].size; i++) {
      if (apart.get(draft.seated[a].items[i])) {
        return false;
      }
    }
    return true;
  }

  private boolean free(Numbers sessions, int at, int minutes) {
    for (int i = 0; i < sessions.size; i++) {
      int b = sessions.items[i];
      if (draft.start[b] < at + minutes && at < draft.end(b)) {
        return false;
      }
    }
    return true;
  }
}
