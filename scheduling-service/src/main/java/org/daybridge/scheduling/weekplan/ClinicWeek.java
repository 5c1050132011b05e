package org.daybridge.scheduling.weekplan;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.daybridge.contract.intake.PatientId;
import org.daybridge.scheduling.episode.Episode;
import org.daybridge.scheduling.register.Registered;
import org.daybridge.scheduling.register.Room;
import org.daybridge.scheduling.register.SessionType;
import org.daybridge.scheduling.register.Site;
import org.daybridge.scheduling.register.StaffMember;
import org.daybridge.scheduling.weekplan.ClinicSnapshot.Appointment;
import org.daybridge.scheduling.weekplan.ClinicSnapshot.Held;
import org.daybridge.scheduling.weekplan.WeekProblem.Activity;

/**
 * Turns a week of the clinic into a problem, and its present calendar into the plan that the search
 * begins with. Groups of the tracks may be laid elsewhere, which costs something for each person
 * who is moved; appointments stay where patients agreed to them. Whatever else goes on there only
 * takes up time: of a clinician, of a patient, of a room.
 */
public final class ClinicWeek {
  /** Opens the id of an appointment that is not on the calendar yet. */
  public static final String NEW = "new:";

  private static final String TAKEN = "taken:";
  private static final int QUARTER = 15;

  /** For clinics whose groups begin at other minutes than those of a quarter. */
  private static final int FINE = 5;

  private final ClinicSnapshot clinic;
  private final Map<UUID, Registered<Site>> sites;
  private final Map<UUID, Registered<Room>> rooms;
  private final Map<UUID, Registered<StaffMember>> staff;
  private final Map<PatientId, Episode> people;
  private final int grid;

  /** A problem made of the clinic's week, and the plan that stands. */
  public record Stated(WeekProblem problem, WeekSolution present) {}

  private ClinicWeek(ClinicSnapshot clinic) {
    this.clinic = clinic;
    sites = by(clinic.sites(), Registered::id);
    rooms = by(clinic.rooms(), Registered::id);
    staff = by(clinic.staff(), Registered::id);
    people = by(clinic.episodes(), Episode::patient);
    grid =
        clinic.sessions().stream()
                .filter(this::isGroup)
                .allMatch(one -> local(one.start()).getMinute() % QUARTER == 0)
            ? QUARTER
            : FINE;
  }

  private static <K, T> Map<K, T> by(List<T> all, Function<T, K> key) {
    return all.stream()
        .collect(Collectors.toMap(key, one -> one, (one, _) -> one, LinkedHashMap::new));
  }

  /**
   * The clinic's week with these appointments beside what is planned. An appointment that breaks a
   * rule as it stands (a license ran out, two of them meet) is set aside too: it takes its time up.
   */
  public static Stated of(ClinicSnapshot clinic, List<Appointment> appointments) {
    ClinicWeek week = new ClinicWeek(clinic);
    Set<String> aside = new HashSet<>();
    Stated stated = week.stated(appointments, aside);
    List<PinConflicts.Conflict> conflicts = PinConflicts.of(stated.problem());
    if (conflicts.isEmpty()) {
      return stated;
    }
    conflicts.forEach(one -> aside.addAll(one.activities()));
    return week.stated(appointments, aside);
  }

  private boolean isPlanned(Held session) {
    boolean ours = isGroup(session) || !session.booked().isEmpty() && isOfPeople(session);
    return ours && local(session.start()).getMinute() % grid == 0;
  }

  private boolean isGroup(Held session) {
    return session.track().map(clinic.tracks()::containsKey).orElse(false);
  }

  private boolean isOfPeople(Held session) {
    return people.keySet().containsAll(session.booked());
  }

  private Stated stated(List<Appointment> appointments, Set<String> aside) {
    Map<Boolean, List<Held>> held =
        clinic.sessions().stream()
            .collect(
                Collectors.partitioningBy(
                    one -> isPlanned(one) && !aside.contains(one.id().value().toString())));
    List<Held> others = held.get(false);
    List<Activity> activities = new ArrayList<>();
    List<WeekSolution.Assignment> present = new ArrayList<>();
    for (Held one : held.get(true)) {
      activities.add(activity(one));
      present.add(assignment(one));
    }
    for (Held one : others) {
      if (one.room().filter(rooms::containsKey).isPresent()) {
        Activity taken = taken(one);
        WeekProblem.Pin pin = taken.pinned().orElseThrow();
        activities.add(taken);
        present.add(
            new WeekSolution.Assignment(taken.id(), pin.start(), pin.room(), List.of(), List.of()));
      }
    }
    for (Appointment wanted : appointments) {
      people.values().stream()
          .filter(who -> held.get(true).stream().noneMatch(one -> serves(one, wanted, who)))
          .forEach(who -> activities.add(appointment(wanted, who)));
    }
    return new Stated(
        problem(others, activities), new WeekSolution(clinic.name(), List.copyOf(present)));
  }

  private static boolean serves(Held session, Appointment wanted, Episode who) {
    return session.type().equals(wanted.type()) && session.booked().contains(who.patient());
  }

  private WeekProblem problem(List<Held> others, List<Activity> activities) {
    ClinicTime time = new ClinicTime(clinic, others);
    Map<String, WeekProblem.ActivityType> kinds = new LinkedHashMap<>();
    for (SessionType one : clinic.types()) {
      boolean group = one.seats() != SessionType.Seats.INDIVIDUAL;
      kinds.put(
          one.code(),
          new WeekProblem.ActivityType(one.code(), Set.of("staff"), group, one.clinical()));
    }
    kinds.put(TAKEN, new WeekProblem.ActivityType(TAKEN, Set.of("staff"), true, false));
    return new WeekProblem(
        clinic.name(),
        clinic.monday(),
        clinic.zone(),
        grid,
        clinic.sites().stream()
            .map(one -> new WeekProblem.Site(one.entry().code(), time.openings(one)))
            .toList(),
        clinic.rooms().stream().map(Registered::entry).map(ClinicWeek::room).toList(),
        kinds,
        clinic.staff().stream().map(time::clinician).toList(),
        people.values().stream().map(time::patient).toList(),
        clinic.noContact(),
        activities);
  }

  private static WeekProblem.Room room(Room one) {
    return new WeekProblem.Room(one.code(), one.site(), Math.max(1, one.seats()), one.features());
  }

  private Activity activity(Held one) {
    boolean group = isGroup(one);
    List<String> booked = booked(one);
    Room room = one.room().map(rooms::get).map(Registered::entry).orElse(null);
    LocalDateTime start = local(one.start());
    return new Activity(
        one.id().value().toString(),
        one.series().map(UUID::toString),
        one.type(),
        one.track().filter(_ -> group).map(Set::of),
        sites.get(one.site()).entry().code(),
        room == null ? "telehealth" : "in_person",
        (int) ChronoUnit.MINUTES.between(one.start(), one.end()),
        group && !booked.isEmpty() ? 1 : 0,
        Math.min(500, Math.max(one.capacity(), booked.size())),
        OptionalInt.empty(),
        group ? Optional.empty() : Optional.of(booked),
        one.facilitators().size(),
        Optional.of(one.type()),
        Optional.empty(),
        Optional.empty(),
        room == null ? Set.of() : room.features(),
        true,
        Optional.empty(),
        group
            ? Optional.empty()
            : Optional.of(
                new WeekProblem.Pin(
                    start, Optional.ofNullable(room).map(Room::code), Set.copyOf(leaders(one)))),
        leaders(one).stream().findFirst(),
        group ? 5 : 8,
        group
            ? Optional.of(
                new WeekProblem.Before(
                    start, Math.min(500, booked.size()), clinic.limits().moved()))
            : Optional.empty());
  }

  private WeekSolution.Assignment assignment(Held one) {
    return new WeekSolution.Assignment(
        one.id().value().toString(),
        local(one.start()),
        one.room().map(rooms::get).map(room -> room.entry().code()),
        leaders(one),
        booked(one));
  }

  private List<String> booked(Held one) {
    return one.booked().stream()
        .filter(people::containsKey)
        .map(who -> who.value().toString())
        .sorted()
        .toList();
  }

  private List<String> leaders(Held one) {
    return one.facilitators().stream().map(id -> staff.get(id).entry().code()).toList();
  }

  /** The room of a session that is not laid out, rounded outward to the grid. */
  private Activity taken(Held one) {
    LocalDateTime start = local(one.start());
    LocalDateTime from = start.minusMinutes(start.getMinute() % grid);
    Room room = rooms.get(one.room().orElseThrow()).entry();
    return new Activity(
        TAKEN + one.id().value(),
        Optional.empty(),
        TAKEN,
        Optional.empty(),
        room.site(),
        "in_person",
        (int) ChronoUnit.MINUTES.between(from, local(one.end())),
        0,
        0,
        OptionalInt.empty(),
        Optional.of(List.of()),
        0,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Set.of(),
        true,
        Optional.empty(),
        Optional.of(new WeekProblem.Pin(from, Optional.of(room.code()), Set.of())),
        Optional.empty(),
        0,
        Optional.empty());
  }

  private Activity appointment(Appointment wanted, Episode who) {
    return new Activity(
        NEW + wanted.type() + ":" + who.patient().value(),
        Optional.empty(),
        wanted.type(),
        Optional.empty(),
        clinic.siteCode(who.site().value()),
        "in_person",
        wanted.minutes(),
        1,
        1,
        OptionalInt.empty(),
        Optional.of(List.of(who.patient().value().toString())),
        1,
        Optional.of(wanted.type()),
        Optional.empty(),
        Optional.empty(),
        Set.of(),
        true,
        Optional.empty(),
        Optional.empty(),
        Optional.ofNullable(staff.get(who.primaryClinician().value()))
            .map(one -> one.entry().code()),
        8,
        Optional.empty());
  }

  private LocalDateTime local(Instant at) {
    return LocalDateTime.ofInstant(at, clinic.zone());
  }
}
