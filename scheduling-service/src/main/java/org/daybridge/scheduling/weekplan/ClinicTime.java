package org.daybridge.scheduling.weekplan;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.daybridge.scheduling.episode.Episode;
import org.daybridge.scheduling.ledger.HourBand;
import org.daybridge.scheduling.register.Registered;
import org.daybridge.scheduling.register.SessionType;
import org.daybridge.scheduling.register.Site;
import org.daybridge.scheduling.register.StaffMember;
import org.daybridge.scheduling.series.TemplateRules.Model;
import org.daybridge.scheduling.weekplan.ClinicSnapshot.Held;
import org.daybridge.scheduling.weekplan.WeekProblem.Window;

/** When sites are open, clinicians on duty and patients free, in a week of the clinic. */
final class ClinicTime {
  private static final int DAY = 24 * 60;

  /** A site that names no hours. */
  private static final Window USUAL = new Window(LocalDate.EPOCH, 7 * 60, 21 * 60);

  private static final Window AWAKE = new Window(LocalDate.EPOCH, 6 * 60, 22 * 60);

  private final ClinicSnapshot clinic;
  private final List<Held> others;

  /** {@code others} are sessions that only take up time. */
  ClinicTime(ClinicSnapshot clinic, List<Held> others) {
    this.clinic = clinic;
    this.others = others;
  }

  /** As the register says, and whenever something is planned there all the same. */
  List<Window> openings(Registered<Site> site) {
    Set<LocalDate> days = site.entry().openDays(clinic.monday());
    List<Window> windows = new ArrayList<>();
    for (int day = 0; day < 7; day++) {
      LocalDate date = clinic.monday().plusDays(day);
      if (!days.contains(date) || site.entry().closedOn(date)) {
        continue;
      }
      List<Window> rule =
          site.entry().openings().stream()
              .filter(one -> one.day() == date.getDayOfWeek())
              .map(one -> new Window(date, minute(one.from()), minute(one.to())))
              .toList();
      windows.addAll(rule.isEmpty() ? List.of(new Window(date, USUAL.from(), USUAL.to())) : rule);
    }
    clinic.sessions().stream()
        .filter(one -> one.site().equals(site.id()))
        .forEach(one -> windows.add(window(one)));
    return List.copyOf(windows);
  }

  WeekProblem.Clinician clinician(Registered<StaffMember> one) {
    StaffMember who = one.entry();
    LocalDate last = clinic.monday().with(DayOfWeek.SUNDAY);
    Set<String> codes =
        clinic.sites().stream().map(site -> site.entry().code()).collect(Collectors.toSet());
    Set<String> places = who.sites().isEmpty() ? new HashSet<>(codes) : new HashSet<>(who.sites());
    List<Window> open = new ArrayList<>();
    for (Registered<Site> site : clinic.sites()) {
      boolean leadsHere =
          clinic.sessions().stream()
              .anyMatch(
                  held -> held.site().equals(site.id()) && held.facilitators().contains(one.id()));
      if (leadsHere) {
        places.add(site.entry().code());
      }
      if (places.contains(site.entry().code())) {
        open.addAll(openings(site));
      }
    }
    places.retainAll(codes);
    Set<String> fit =
        clinic.types().stream()
            .filter(type -> who.credentials().unfitFor(type.need(), last).isEmpty())
            .map(SessionType::code)
            .collect(Collectors.toSet());
    return new WeekProblem.Clinician(
        who.code(),
        "staff",
        "any",
        who.languages(),
        fit,
        false,
        List.of(),
        places,
        Windows.without(
            who.active() ? open : List.of(),
            others.stream()
                .filter(held -> held.facilitators().contains(one.id()))
                .map(this::window)
                .toList()),
        clinic.limits().clinicianDay(),
        clinic.limits().clinicianWeek(),
        clinic.limits().clinicianRun(),
        clinic.limits().clinicianBreak());
  }

  WeekProblem.Patient patient(Episode one) {
    HourBand band =
        HourBand.of(one.level(), one.birthDate(), clinic.monday(), clinic.limits().bands());
    LocalDate admitted = LocalDate.ofInstant(one.admittedAt(), clinic.zone());
    List<Window> busy =
        new ArrayList<>(
            others.stream()
                .filter(held -> held.booked().contains(one.patient()))
                .map(this::window)
                .toList());
    for (int day = 0; day < 7; day++) {
      LocalDate date = clinic.monday().plusDays(day);
      clinic.obligations().getOrDefault(one.patient(), List.of()).stream()
          .filter(block -> block.hard() && block.holdsOn(date))
          .map(block -> new Window(date, minute(block.from()), minute(block.to())))
          .forEach(busy::add);
    }
    List<Window> awake =
        clinic
            .monday()
            .datesUntil(clinic.monday().plusDays(7))
            .filter(date -> !date.isBefore(admitted))
            .map(date -> meets(one, date))
            .collect(Collectors.toCollection(ArrayList::new));
    clinic.sessions().stream()
        .filter(held -> held.booked().contains(one.patient()))
        .map(this::window)
        .forEach(awake::add);
    int elsewhere =
        others.stream()
            .filter(held -> held.booked().contains(one.patient()) && isClinical(held))
            .mapToInt(held -> (int) ChronoUnit.MINUTES.between(held.start(), held.end()))
            .sum();
    int least = Math.max(0, band.least() - elsewhere);
    int programDay = clinic.limits().programDay();
    return new WeekProblem.Patient(
        one.patient().value().toString(),
        one.track(),
        "any",
        Set.of(),
        clinic.siteCode(one.site().value()),
        "either",
        Optional.empty(),
        Windows.without(awake, busy),
        least,
        Math.max(0, Math.min(band.under() - 1, 7 * DAY) - elsewhere),
        Math.min(7, (least + programDay - 1) / Math.max(1, programDay)),
        7,
        programDay,
        clinic.limits().patientDay(),
        List.of(),
        Set.of(),
        Optional.empty(),
        Optional.empty(),
        Math.clamp(ChronoUnit.WEEKS.between(admitted, clinic.monday()) + 1, 0, 1000),
        clinic.sessions().stream()
            .filter(held -> held.booked().contains(one.patient()) && !others.contains(held))
            .flatMap(held -> held.series().stream().map(UUID::toString))
            .collect(Collectors.toSet()));
  }

  /** When in the day a track meets: its people work or go to school at the other times. */
  private Window meets(Episode one, LocalDate date) {
    int evening =
        clinic.sites().stream()
            .filter(site -> site.id().equals(one.site().value()))
            .findFirst()
            .map(site -> minute(site.entry().eveningFrom()))
            .orElse(AWAKE.to());
    return switch (clinic.tracks().getOrDefault(one.track(), Model.CUSTOM)) {
      case DAYTIME -> new Window(date, AWAKE.from(), evening);
      case EVENING -> new Window(date, evening, AWAKE.to());
      case HYBRID, CUSTOM -> new Window(date, AWAKE.from(), AWAKE.to());
    };
  }

  private boolean isClinical(Held session) {
    return clinic.types().stream()
        .anyMatch(type -> type.code().equals(session.type()) && type.clinical());
  }

  private Window window(Held one) {
    LocalDateTime start = local(one.start());
    int from = minute(start.toLocalTime());
    long minutes = ChronoUnit.MINUTES.between(one.start(), one.end());
    return new Window(start.toLocalDate(), from, (int) Math.min(DAY, from + minutes));
  }

  private LocalDateTime local(Instant at) {
    return LocalDateTime.ofInstant(at, clinic.zone());
  }

  private static int minute(LocalTime time) {
    return time.toSecondOfDay() / 60;
  }
}
