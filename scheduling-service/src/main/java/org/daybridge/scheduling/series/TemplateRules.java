package org.daybridge.scheduling.series;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/** What a track's week must look like; the members of a track attend all of it. */
public final class TemplateRules {
  private static final int LONGEST_SESSION = 12 * 60;

  private TemplateRules() {}

  public static Optional<Flaw> flaw(List<TemplateSlot> slots, Model model, LocalTime evening) {
    return keysOnce(slots)
        .or(() -> lengths(slots))
        .or(() -> noOverlap(slots))
        .or(() -> fitsModel(slots, model, evening));
  }

  /** A slot is known by its key, so that loading a template twice changes nothing. */
  private static Optional<Flaw> keysOnce(List<TemplateSlot> slots) {
    var seen = new HashSet<String>();
    return slots.stream()
        .filter(slot -> !seen.add(slot.key()))
        .findFirst()
        .map(slot -> new Flaw("slot-key-once", "slot " + slot.key() + " is given twice"));
  }

  private static Optional<Flaw> lengths(List<TemplateSlot> slots) {
    return slots.stream()
        .filter(slot -> slot.minutes() < 1 || slot.minutes() > LONGEST_SESSION)
        .findFirst()
        .map(
            slot ->
                new Flaw(
                    "session-ends-after-start",
                    "slot " + slot.key() + " has an impossible length"));
  }

  /** A member can't be at two sessions at once; touching ends are fine. */
  private static Optional<Flaw> noOverlap(List<TemplateSlot> slots) {
    var sorted = new ArrayList<>(slots);
    sorted.sort(Comparator.comparing(TemplateRules::minuteOfWeek));
    for (int i = 1; i < sorted.size(); i++) {
      TemplateSlot before = sorted.get(i - 1);
      if (minuteOfWeek(before) + before.minutes() > minuteOfWeek(sorted.get(i))) {
        return Optional.of(
            new Flaw(
                "patient-double-booked",
                "slots " + before.key() + " and " + sorted.get(i).key() + " overlap"));
      }
    }
    return Optional.empty();
  }

  private static int minuteOfWeek(TemplateSlot slot) {
    return (slot.day().getValue() - DayOfWeek.MONDAY.getValue()) * 24 * 60
        + slot.time().toSecondOfDay() / 60;
  }

  /** A day model has no evening, an evening model no day, a hybrid one both. */
  private static Optional<Flaw> fitsModel(
      List<TemplateSlot> slots, Model model, LocalTime evening) {
    boolean anyEvening = slots.stream().anyMatch(slot -> !slot.time().isBefore(evening));
    boolean anyDay = slots.stream().anyMatch(slot -> slot.time().isBefore(evening));
    boolean fits =
        switch (model) {
          case DAYTIME -> !anyEvening;
          case EVENING -> !anyDay;
          case HYBRID -> slots.isEmpty() || (anyDay && anyEvening);
          case CUSTOM -> true;
        };
    return fits
        ? Optional.empty()
        : Optional.of(
            new Flaw("schedule-model", "a slot is outside the model " + model + " at " + evening));
  }

  /** When in the day a track meets. */
  public enum Model {
    DAYTIME,
    EVENING,
    HYBRID,
    CUSTOM
  }

  /** A rule that the template breaks. */
  public record Flaw(String rule, String because) {}
}
