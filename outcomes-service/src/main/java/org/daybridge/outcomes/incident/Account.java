package org.daybridge.outcomes.incident;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.daybridge.outcomes.incident.Incident.Authority;
import org.jspecify.annotations.Nullable;

/**
 * What is sealed of an incident: what happened where, who was involved, what was done and found.
 */
public record Account(
    String narrative,
    @Nullable String place,
    List<Person> people,
    List<Act> acts,
    List<Told> told,
    @Nullable String findings,
    @Nullable String prevention) {

  /** Somebody who was involved: known by an id, or by a name alone. */
  public record Person(
      Role role, @Nullable UUID patientId, @Nullable UUID staffId, @Nullable String name) {
    @Override
    public String toString() {
      return "Person " + role;
    }
  }

  public enum Role {
    HARMED,
    ACTED,
    WITNESS,
    OTHER
  }

  /** Something that was done about it. */
  public record Act(String what, UUID by, Instant at) {
    @Override
    public String toString() {
      return "Act at " + at;
    }
  }

  /** Somebody outside was told; {@code reference} is what they answered with. */
  public record Told(
      Authority authority, Instant toldAt, @Nullable String reference, UUID by, Instant at) {}

  public Account {
    people = List.copyOf(people);
    acts = List.copyOf(acts);
    told = List.copyOf(told);
  }

  public static Account of(String narrative, @Nullable String place, List<Person> people) {
    return new Account(narrative, place, people, List.of(), List.of(), null, null);
  }

  Account with(Act act) {
    return new Account(narrative, place, people, joined(acts, act), told, findings, prevention);
  }

  Account with(Told one) {
    return new Account(narrative, place, people, acts, joined(told, one), findings, prevention);
  }

  Account with(String found, @Nullable String prevented) {
    return new Account(narrative, place, people, acts, told, found, prevented);
  }

  private static <T> List<T> joined(List<T> before, T one) {
    return Stream.concat(before.stream(), Stream.of(one)).toList();
  }

  @Override
  public String toString() {
    return "Account";
  }
}
