package org.daybridge.outcomes.risk;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who is on duty. In program hours: the patient's own clinician, then the duty desk, then the
 * on-call roster, cover, and the clinical directors. Out of hours: on call, cover, clinical
 * directors.
 */
public record DutyRoster(List<Shift> shifts, List<UUID> clinicalDirectors, ProgramHours hours) {

  public enum Desk {
    PROGRAM_HOURS,
    ON_CALL,
    COVER
  }

  public record Shift(UUID staff, Desk desk, Instant from, @Nullable Instant to) {
    boolean covers(Instant at) {
      return !at.isBefore(from) && (to == null || at.isBefore(to));
    }
  }

  /** When the program is open, by the wall clock of the site. */
  public record ProgramHours(LocalTime opens, LocalTime closes) {
    boolean openAt(Instant at, ZoneId zone) {
      ZonedDateTime local = at.atZone(zone);
      boolean weekend =
          local.getDayOfWeek() == DayOfWeek.SATURDAY || local.getDayOfWeek() == DayOfWeek.SUNDAY;
      LocalTime time = local.toLocalTime();
      return !weekend && !time.isBefore(opens) && time.isBefore(closes);
    }
  }

  public DutyChain chain(Instant at, ZoneId zone, @Nullable UUID ownClinician) {
    List<List<UUID>> links = new ArrayList<>();
    if (hours.openAt(at, zone)) {
      if (ownClinician != null) links.add(List.of(ownClinician));
      links.add(on(Desk.PROGRAM_HOURS, at));
    }
    links.add(on(Desk.ON_CALL, at));
    links.add(on(Desk.COVER, at));
    links.add(clinicalDirectors);
    DutyChain chain = new DutyChain(links);
    boolean nobody = chain.links().isEmpty() && ownClinician != null;
    return nobody ? new DutyChain(List.of(List.of(ownClinician))) : chain;
  }

  private List<UUID> on(Desk desk, Instant at) {
    return shifts.stream()
        .filter(shift -> shift.desk() == desk && shift.covers(at))
        .map(Shift::staff)
        .distinct()
        .toList();
  }
}
