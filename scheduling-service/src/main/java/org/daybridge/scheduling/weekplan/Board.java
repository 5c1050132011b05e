package org.daybridge.scheduling.weekplan;

import java.time.temporal.ChronoUnit;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.daybridge.scheduling.weekplan.WeekProblem.Activity;
import org.daybridge.scheduling.weekplan.WeekProblem.Clinician;
import org.daybridge.scheduling.weekplan.WeekProblem.Patient;
import org.daybridge.scheduling.weekplan.WeekProblem.Room;
import org.jspecify.annotations.Nullable;

/**
 * A week's problem made ready for the search: people and rooms are numbers, and all that can't
 * change while searching (who may lead, who may come, when it is open) is worked out once.
 */
final class Board {

  final WeekProblem problem;
  final List<Activity> activities;
  final List<Patient> patients;
  final List<Clinician> clinicians;
  final List<Room> rooms;
  final List<String> series;
  final int[] seriesOf;
  final int[][] occurrences;
  final int[][] regulars;
  final int[] siteOf;
  final boolean[] clinical;
  final boolean[] alone;
  final int[] typeOf;
  final int[][] needType;
  final int[] continuity;

  /** The minute of the plan that people know already, -1 without one. */
  final int[] before;

  final int[] @Nullable [] roster;
  final int[][] starts;
  final int[][] roomsFor;
  final int[][] leadersFor;
  final int[][] eligible;
  final BitSet[] mayCome;
  final BitSet[] mayNotMeet;
  final int[][] pairs;
  final int[][] pairsOf;
  final BitSet[] excluded;
  final Spans[] patientFree;
  final Spans[] clinicianFree;
  final int[][] supervisors;
  final boolean[] pinned;

  Board(WeekProblem problem) {
    this.problem = problem;
    activities = problem.activities();
    patients = problem.patients();
    clinicians = problem.clinicians();
    rooms = problem.rooms();
    Map<String, Integer> patientAt = numbers(patients.stream().map(Patient::id).toList());
    Map<String, Integer> clinicianAt = numbers(clinicians.stream().map(Clinician::id).toList());
    Map<String, Integer> siteAt =
        numbers(problem.sites().stream().map(WeekProblem.Site::id).toList());
    Map<String, Integer> typeAt = numbers(List.copyOf(problem.types().keySet()));
    series =
        List.copyOf(
            new TreeSet<>(activities.stream().flatMap(one -> one.series().stream()).toList()));
    Map<String, Integer> seriesAt = numbers(series);

    patientFree =
        patients.stream()
            .map(
                one ->
                    Spans.of(
                        one.availability(),
                        problem.weekStart(),
                        one.zone().orElse(problem.zone()),
                        problem.zone()))
            .toArray(Spans[]::new);
    clinicianFree =
        clinicians.stream()
            .map(one -> Spans.of(one.availability(), problem.weekStart()))
            .toArray(Spans[]::new);
    supervisors =
        clinicians.stream()
            .map(one -> one.supervisors().stream().mapToInt(clinicianAt::get).toArray())
            .toArray(int[][]::new);
    excluded =
        patients.stream()
            .map(one -> bits(one.excludedClinicians().stream().map(clinicianAt::get).toList()))
            .toArray(BitSet[]::new);
    needType =
        patients.stream()
            .map(one -> one.needs().stream().mapToInt(need -> typeAt.get(need.type())).toArray())
            .toArray(int[][]::new);
    pairs =
        problem.noContact().stream()
            .map(one -> new int[] {patientAt.get(one.one()), patientAt.get(one.other())})
            .toArray(int[][]::new);
    mayNotMeet =
        IntStream.range(0, patients.size()).mapToObj(p -> new BitSet()).toArray(BitSet[]::new);
    for (int[] pair : pairs) {
      mayNotMeet[pair[0]].set(pair[1]);
      mayNotMeet[pair[1]].set(pair[0]);
    }
    pairsOf =
        IntStream.range(0, patients.size())
            .mapToObj(
                p ->
                    IntStream.range(0, pairs.length)
                        .filter(k -> pairs[k][0] == p || pairs[k][1] == p)
                        .toArray())
            .toArray(int[][]::new);

    int n = activities.size();
    seriesOf = each(one -> one.series().map(seriesAt::get).orElse(-1));
    siteOf = each(one -> siteAt.get(one.site()));
    typeOf = each(one -> typeAt.get(one.type()));
    continuity = each(one -> one.continuity().map(clinicianAt::get).orElse(-1));
    before = each(one -> one.before().map(earlier -> minuteOf(earlier.start())).orElse(-1));
    clinical = new boolean[n];
    alone = new boolean[n];
    pinned = new boolean[n];
    roster = new int[n][];
    starts = new int[n][];
    roomsFor = new int[n][];
    leadersFor = new int[n][];
    eligible = new int[n][];
    mayCome = new BitSet[n];
    for (int a = 0; a < n; a++) {
      Activity one = activities.get(a);
      WeekProblem.ActivityType type = problem.types().get(one.type());
      clinical[a] = type.clinicalHours();
      alone[a] = !type.group();
      pinned[a] = one.pinned().isPresent();
      roster[a] =
          one.roster().map(ids -> ids.stream().mapToInt(patientAt::get).toArray()).orElse(null);
      eligible[a] = eligible(one);
      mayCome[a] = bits(IntStream.of(eligible[a]).boxed().toList());
      roomsFor[a] = roomsFor(one);
      leadersFor[a] = leadersFor(one, type, a);
      starts[a] = starts(one, a);
    }
    occurrences =
        IntStream.range(0, series.size())
            .mapToObj(s -> IntStream.range(0, n).filter(a -> seriesOf[a] == s).toArray())
            .toArray(int[][]::new);
    regulars =
        series.stream()
            .map(
                id ->
                    IntStream.range(0, patients.size())
                        .filter(p -> patients.get(p).currentSeries().contains(id))
                        .toArray())
            .toArray(int[][]::new);
  }

  /** Whether this clinician can lead a session then, supervision aside. */
  boolean onDuty(int clinician, int start, int minutes) {
    return clinicianFree[clinician].holds(start, minutes);
  }

  /** Rule H09: somebody who supervises this clinician is there for the whole session. */
  boolean supervised(int clinician, int start, int minutes) {
    for (int supervisor : supervisors[clinician]) {
      if (onDuty(supervisor, start, minutes)) {
        return true;
      }
    }
    return false;
  }

  /** The minute of a pinned activity's start. */
  int minuteOf(java.time.LocalDateTime start) {
    return (int) ChronoUnit.MINUTES.between(problem.weekStart().atStartOfDay(), start);
  }

  /** Rule H13: who may come to an activity. */
  static boolean mayCome(Activity activity, Patient patient) {
    return activity.programs().map(set -> set.contains(patient.program())).orElse(true)
        && activity.gender().map(patient.gender()::equals).orElse(true)
        && activity.language().map(patient.languages()::contains).orElse(true)
        && (patient.modality().equals("either") || patient.modality().equals(activity.modality()))
        && (!activity.inPerson() || activity.site().equals(patient.site()));
  }

  private int[] eligible(Activity one) {
    return IntStream.range(0, patients.size()).filter(p -> mayCome(one, patients.get(p))).toArray();
  }

  private int[] roomsFor(Activity one) {
    if (!one.inPerson()) {
      return new int[] {-1};
    }
    return IntStream.range(0, rooms.size())
        .filter(
            r ->
                rooms.get(r).site().equals(one.site())
                    && rooms.get(r).features().containsAll(one.roomFeatures())
                    && rooms.get(r).capacity() >= one.minPatients() + one.clinicianCount())
        .boxed()
        .sorted(Comparator.comparingInt(r -> rooms.get(r).capacity()))
        .mapToInt(Integer::intValue)
        .toArray();
  }

  private int[] leadersFor(Activity one, WeekProblem.ActivityType type, int a) {
    int[] fixed = roster[a];
    return IntStream.range(0, clinicians.size())
        .filter(
            c -> {
              Clinician who = clinicians.get(c);
              return fits(one, type.roles(), who)
                  && (fixed == null || IntStream.of(fixed).allMatch(p -> agree(p, c, alone[a])));
            })
        .toArray();
  }

  /** Rule H08: role, credential, language and site. */
  static boolean fits(Activity one, Set<String> roles, Clinician who) {
    return roles.contains(who.role())
        && one.credential().map(who.credentials()::contains).orElse(true)
        && one.language().map(who.languages()::contains).orElse(true)
        && who.sites().contains(one.site());
  }

  /** Rule H16: nobody is led by whom they excluded; alone, by the gender they asked for. */
  boolean agree(int patient, int clinician, boolean alone) {
    return !excluded[patient].get(clinician)
        && (!alone
            || patients
                .get(patient)
                .clinicianGender()
                .map(clinicians.get(clinician).gender()::equals)
                .orElse(true));
  }

  private int[] starts(Activity one, int a) {
    int[] fixed = roster[a];
    int minutes = one.durationMinutes();
    return IntStream.of(openTimes(a))
        .filter(
            at ->
                fixed == null
                    || IntStream.of(fixed).allMatch(p -> patientFree[p].holds(at, minutes)))
        .filter(
            at ->
                IntStream.of(leadersFor[a]).filter(c -> onDuty(c, at, minutes)).count()
                    >= one.clinicianCount())
        .toArray();
  }

  /** Rules H02 and H03: the times of the grid when the site is open, on the days allowed. */
  int[] openTimes(int a) {
    Activity one = activities.get(a);
    Spans open =
        Spans.of(
            problem.sites().stream()
                .filter(site -> site.id().equals(one.site()))
                .findFirst()
                .orElseThrow()
                .openings(),
            problem.weekStart());
    return IntStream.range(0, 7 * Spans.DAY / problem.grid())
        .map(slot -> slot * problem.grid())
        .filter(at -> open.holds(at, one.durationMinutes()))
        .filter(
            at ->
                one.dates()
                    .map(dates -> dates.contains(problem.weekStart().plusDays(at / Spans.DAY)))
                    .orElse(true))
        .toArray();
  }

  private int[] each(java.util.function.ToIntFunction<Activity> what) {
    return activities.stream().mapToInt(what).toArray();
  }

  private static BitSet bits(List<Integer> numbers) {
    BitSet bits = new BitSet();
    numbers.forEach(bits::set);
    return bits;
  }

  static Map<String, Integer> numbers(List<String> ids) {
    Map<String, Integer> numbers = new HashMap<>();
    for (String id : ids) {
      numbers.put(id, numbers.size());
    }
    return numbers;
  }
}
