package org.daybridge.records.aftercare;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.daybridge.records.personalplan.PersonalPlanContent;
import org.daybridge.records.personalplan.PersonalPlanKind;
import org.daybridge.records.print.Sheet.Part;
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

  private static final DateTimeFormatter WHEN =
      DateTimeFormatter.ofPattern("EEE d MMM yyyy, h:mm a", Locale.US);

  @Override
  public String printedTitle() {
    return "My plan for afterwards";
  }

  @Override
  public List<Part> printedParts(ZoneId zone) {
    var parts = new ArrayList<Part>();
    parts.add(new Part.Heading("Appointments"));
    parts.add(
        new Part.Grid(
            List.of("When", "With", "What for", "Phone"),
            appointments.stream().map(each -> row(each, zone)).toList()));
    if (!supportGroups.isEmpty()) {
      parts.add(new Part.Heading("Support groups"));
      parts.add(
          new Part.Grid(
              List.of("Group", "Place", "Day and time"),
              supportGroups.stream()
                  .map(each -> List.of(each.name(), each.place(), each.dayAndTime()))
                  .toList()));
    }
    if (!medication.isEmpty()) {
      parts.add(new Part.Heading("Medication"));
      parts.add(new Part.Points(medication));
    }
    parts.add(new Part.Heading("People I can turn to"));
    parts.add(
        new Part.Grid(
            List.of("Name", "Who it is", "Phone"),
            contacts.stream()
                .map(each -> List.of(each.name(), each.relation(), each.phone()))
                .toList()));
    parts.add(new Part.Heading("In a crisis"));
    parts.add(new Part.Points(crisisSteps));
    parts.add(new Part.Words("Call or text 988 at any hour. Call 911 when life is in danger."));
    parts.add(new Part.Heading("We will ask how you are"));
    parts.add(
        new Part.Points(
            followUpDays.stream().map(day -> day + " days after the last day").toList()));
    return parts;
  }

  private static List<String> row(Appointment each, ZoneId zone) {
    return List.of(
        each.at().map(at -> WHEN.format(at.atZone(zone))).orElse("to be made"),
        each.with(),
        each.purpose(),
        each.phone());
  }

  @Override
  public String toString() {
    return "Aftercare[appointments=" + appointments + ", followUpDays=" + followUpDays + "]";
  }
}
