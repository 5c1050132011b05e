package org.daybridge.scheduling.attendance;

import java.util.List;
import java.util.Optional;
import org.daybridge.contract.intake.EpisodeId;
import org.daybridge.contract.intake.PatientId;
import org.daybridge.contract.scheduling.AttendanceId;
import org.daybridge.contract.scheduling.SessionId;

/** Everybody who was expected at a session or was there. */
public record Roster(SessionId session, List<Person> people) {
  public Roster {
    people = List.copyOf(people);
  }

  /**
   * One person on it.
   *
   * @param expected has a seat
   * @param admitted has an open episode at the time of the session
   * @param facts what was recorded, oldest first
   * @param announced what the other services were last told, empty before they were
   */
  public record Person(
      PatientId patient,
      Optional<EpisodeId> episode,
      int labels,
      boolean expected,
      boolean admitted,
      List<Recorded> facts,
      AttendanceId attendance,
      Optional<String> announced) {
    public Person {
      facts = List.copyOf(facts);
    }

    List<AttendanceFact> allFacts() {
      return facts.stream().map(Recorded::fact).toList();
    }
  }

  /** A fact with the rules that it broke. */
  public record Recorded(AttendanceFact fact, List<String> brokenRules) {
    public Recorded {
      brokenRules = List.copyOf(brokenRules);
    }
  }

  public Optional<Person> find(PatientId patient) {
    return people.stream().filter(person -> person.patient().equals(patient)).findFirst();
  }

  /** How many were there at some time. */
  int present() {
    return (int) people.stream().filter(Roster::cameAtAll).count();
  }

  static boolean cameAtAll(Person person) {
    return person.facts().stream()
        .map(Recorded::fact)
        .anyMatch(fact -> fact instanceof AttendanceFact.CheckedIn);
  }
}
