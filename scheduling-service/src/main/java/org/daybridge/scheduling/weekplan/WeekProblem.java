package org.daybridge.scheduling.weekplan;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * One clinic's week to be planned, in the neutral format {@code iop-week/1}. Times are wall time of
 * the clinic, where a patient has another zone that patient's availability is in it. Durations are
 * minutes; sessions begin at multiples of {@code grid} minutes, 15 or 5, of an hour.
 */
public record WeekProblem(
    String name,
    LocalDate weekStart,
    ZoneId zone,
    int grid,
    List<Site> sites,
    List<Room> rooms,
    Map<String, ActivityType> types,
    List<Clinician> clinicians,
    List<Patient> patients,
    List<Pair> noContact,
    List<Activity> activities) {

  /** The same week with other sessions. */
  public WeekProblem withActivities(List<Activity> others) {
    return new WeekProblem(
        name, weekStart, zone, grid, sites, rooms, types, clinicians, patients, noContact, others);
  }

  /** A day, and minutes from its midnight. */
  public record Window(LocalDate date, int from, int to) {}

  /** A place; a day without an opening is closed. */
  public record Site(String id, List<Window> openings) {}

  /** A room; its capacity counts patients and clinicians. */
  public record Room(String id, String site, int capacity, Set<String> features) {}

  /** What kind of session it is; hours of a kind that is not clinical count for no program day. */
  public record ActivityType(String id, Set<String> roles, boolean group, boolean clinicalHours) {}

  /** Somebody who leads sessions. {@code supervised}: works under an associate licence. */
  public record Clinician(
      String id,
      String role,
      String gender,
      Set<String> languages,
      Set<String> credentials,
      boolean supervised,
      List<String> supervisors,
      Set<String> sites,
      List<Window> availability,
      int maxDayMinutes,
      int maxWeekMinutes,
      int maxRunMinutes,
      int breakMinutes) {}

  /** The minutes of one kind that a plan of care asks for in the week. */
  public record Need(String type, int minMinutes) {}

  /** Somebody in the program, and what that person's week has to hold. */
  public record Patient(
      String id,
      String program,
      String gender,
      Set<String> languages,
      String site,
      String modality,
      Optional<ZoneId> zone,
      List<Window> availability,
      int minWeekMinutes,
      int maxWeekMinutes,
      int minDays,
      int maxDays,
      int minDayMinutes,
      int maxDayMinutes,
      List<Need> needs,
      Set<String> excludedClinicians,
      Optional<String> clinicianGender,
      Optional<String> preferred,
      int weekInProgram,
      Set<String> currentSeries) {}

  /** Two people who must not meet. */
  public record Pair(String one, String other) {}

  /** Where and with whom an activity is fixed. */
  public record Pin(LocalDateTime start, Optional<String> room, Set<String> clinicians) {}

  /**
   * When a session takes place by the plan that people know already, how many of them it has, and
   * what it costs for each to have it moved. Not in the neutral format, whose readers leave it
   * aside.
   */
  public record Before(LocalDateTime start, int people, int weight) {
    /** What it costs to have the session at another time. */
    public long cost() {
      return (long) people * weight;
    }
  }

  /** One occurrence of a group, or one appointment, that can take place in the week. */
  public record Activity(
      String id,
      Optional<String> series,
      String type,
      Optional<Set<String>> programs,
      String site,
      String modality,
      int durationMinutes,
      int minPatients,
      int maxPatients,
      OptionalInt targetPatients,
      Optional<List<String>> roster,
      int clinicianCount,
      Optional<String> credential,
      Optional<String> gender,
      Optional<String> language,
      Set<String> roomFeatures,
      boolean mandatory,
      Optional<Set<LocalDate>> dates,
      Optional<Pin> pinned,
      Optional<String> continuity,
      int continuityWeight,
      Optional<Before> before) {

    /** The same, but for when people know it to take place. */
    public Activity withBefore(Optional<Before> known) {
      return new Activity(
          id,
          series,
          type,
          programs,
          site,
          modality,
          durationMinutes,
          minPatients,
          maxPatients,
          targetPatients,
          roster,
          clinicianCount,
          credential,
          gender,
          language,
          roomFeatures,
          mandatory,
          dates,
          pinned,
          continuity,
          continuityWeight,
          known);
    }

    /** Whether people come to a room. */
    public boolean inPerson() {
      return "in_person".equals(modality);
    }
  }
}
