package org.daybridge.records.aftercare;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.daybridge.records.personalplan.PersonalPlanContent;
import org.daybridge.records.personalplan.PersonalPlanKind;
import org.daybridge.records.signing.CanonicalForm;

/**
 * Appointments, support groups, medication, people to turn to, crisis steps, and the days after
 * discharge on which somebody asks how things are.
 */
public record Aftercare(
    List<Appointment> appointments,
    List<SupportGroup> supportGroups,
    List<String> medication,
    List<Contact> contacts,
    List<String> crisisSteps,
    List<Integer> followUpDays)
    implements PersonalPlanContent {

  /** An appointment outside the program, or one still to be made by somebody named. */
  public record Appointment(String with, String purpose, Optional<Instant> at, String phone) {
    Map<String, ?> canonical() {
      return Map.of("with", with, "purpose", purpose, "at", at, "phone", phone);
    }

    @Override
    public String toString() {
      return "Appointment[at=" + at + "]";
    }
  }

  public record SupportGroup(String name, String place, String dayAndTime) {
    Map<String, ?> canonical() {
      return Map.of("name", name, "place", place, "dayAndTime", dayAndTime);
    }

    @Override
    public String toString() {
      return "SupportGroup[]";
    }
  }

  public record Contact(String name, String relation, String phone) {
    Map<String, ?> canonical() {
      return Map.of("name", name, "relation", relation, "phone", phone);
    }

    @Override
    public String toString() {
      return "Contact[]";
    }
  }

  public Aftercare {
    appointments = List.copyOf(appointments);
    supportGroups = List.copyOf(supportGroups);
    medication = List.copyOf(medication);
    contacts = List.copyOf(contacts);
    crisisSteps = List.copyOf(crisisSteps);
    followUpDays = followUpDays.stream().sorted().distinct().toList();
  }

  @Override
  public PersonalPlanKind kind() {
    return PersonalPlanKind.AFTERCARE;
  }

  /** Somebody to see or to call, a way through a crisis, and at least one day of follow-up. */
  @Override
  public List<Gap> gaps() {
    var gaps = new ArrayList<Gap>();
    if (appointments.isEmpty()) gaps.add(new Gap("aftercare-names-appointment", "appointments"));
    if (contacts.isEmpty()) gaps.add(new Gap("aftercare-names-contact", "contacts"));
    if (crisisSteps.stream().allMatch(String::isBlank)) {
      gaps.add(new Gap("aftercare-has-crisis-steps", "crisis steps"));
    }
    if (followUpDays.isEmpty() || followUpDays.getFirst() < 1) {
      gaps.add(new Gap("aftercare-has-follow-up-days", "follow-up days"));
    }
    return gaps;
  }

  @Override
  public Map<String, ?> canonical() {
    return Map.of(
        "appointments",
        CanonicalForm.each(appointments, Appointment::canonical),
        "supportGroups",
        CanonicalForm.each(supportGroups, SupportGroup::canonical),
        "medication",
        medication,
        "contacts",
        CanonicalForm.each(contacts, Contact::canonical),
        "crisisSteps",
        crisisSteps,
        "followUpDays",
        followUpDays);
  }

  @Override
  public String toString() {
    return "Aftercare[appointments=" + appointments + ", followUpDays=" + followUpDays + "]";
  }
}
