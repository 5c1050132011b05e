package org.daybridge.scheduling.weekplan;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.daybridge.contract.intake.PatientId;
import org.daybridge.contract.intake.ProgramId;
import org.daybridge.kit.audit.AuditTrail;
import org.daybridge.kit.decision.RuleRefused;
import org.daybridge.kit.rulepack.RulePack;
import org.daybridge.kit.rulepack.RulePacks;
import org.daybridge.scheduling.access.DeskHandler;
import org.daybridge.scheduling.episode.Episode;
import org.daybridge.scheduling.episode.Episodes;
import org.daybridge.scheduling.ledger.HourBand.BandLimits;
import org.daybridge.scheduling.obligation.Obligations;
import org.daybridge.scheduling.register.Entry;
import org.daybridge.scheduling.register.Register;
import org.daybridge.scheduling.register.Registered;
import org.daybridge.scheduling.register.Room;
import org.daybridge.scheduling.register.SessionType;
import org.daybridge.scheduling.register.Site;
import org.daybridge.scheduling.register.StaffMember;
import org.daybridge.scheduling.series.SeriesBook;
import org.daybridge.scheduling.series.TemplateRules.Model;
import org.daybridge.scheduling.weekplan.ClinicSnapshot.Appointment;
import org.daybridge.scheduling.weekplan.ClinicSnapshot.Held;
import org.daybridge.scheduling.weekplan.ClinicSnapshot.Limits;

/** Asks for a week of a program to be laid out, from the clinic's own calendar and people. */
@ApplicationScoped
public class ClinicPlanHandler {
  private static final int PAGE = 500;

  private final ClinicCalendar calendar;
  private final Episodes episodes;
  private final Obligations obligations;
  private final Register register;
  private final SeriesBook book;
  private final RulePacks packs;
  private final DeskHandler desk;
  private final PlanJobs jobs;
  private final WeekFormat format;
  private final Clock clock;

  ClinicPlanHandler(
      ClinicCalendar calendar,
      Episodes episodes,
      Obligations obligations,
      Register register,
      SeriesBook book,
      RulePacks packs,
      DeskHandler desk,
      PlanJobs jobs,
      WeekFormat format,
      Clock clock) {
    this.calendar = calendar;
    this.episodes = episodes;
    this.obligations = obligations;
    this.register = register;
    this.book = book;
    this.packs = packs;
    this.desk = desk;
    this.jobs = jobs;
    this.format = format;
    this.clock = clock;
  }

  /**
   * Which week of which program, or of which tracks, and what each of its people shall have beside
   * the groups.
   */
  public record Wanted(
      Optional<ProgramId> program,
      Set<String> tracks,
      LocalDate monday,
      List<Appointment> appointments,
      List<Disruption.Loss> absences) {}

  /** Puts the week into the queue; the search begins with the calendar as it stands. */
  @Transactional
  public PlanJob ask(Wanted wanted, long seed, int seconds) {
    Set<String> tracks = wanted.program().map(calendar::tracks).orElseGet(wanted::tracks);
    if (tracks.isEmpty()) {
      throw RuleRefused.rule("program-has-tracks", "no open track of this program is known");
    }
    if (wanted.monday().getDayOfWeek() != DayOfWeek.MONDAY) {
      throw RuleRefused.rule("week-begins-on-monday", "the week begins on a Monday");
    }
    ClinicSnapshot clinic = desk.acrossPatients(() -> snapshot(wanted, tracks));
    wanted.appointments().forEach(one -> knows(clinic, one));
    clinic
        .episodes()
        .forEach(one -> AuditTrail.read("Episode", one.id().value(), one.patient().value()));
    ClinicWeek.Stated stated = ClinicWeek.of(clinic, wanted.appointments());
    Disruption absent =
        new Disruption(wanted.absences(), List.of(), Set.of(), Map.of(), clinic.limits().moved());
    absent
        .unknownTo(stated.problem())
        .ifPresent(
            _ -> {
              throw RuleRefused.rule("lost-is-in-the-week", "the register has no such clinician");
            });
    Disruption.Left left = absent.of(stated.problem(), stated.present());
    WeekScore score = Recount.score(Recount.of(left.problem(), left.plan()));
    Set<String> laid =
        left.problem().activities().stream()
            .map(WeekProblem.Activity::id)
            .collect(Collectors.toSet());
    return jobs.add(
        new PlanJobs.Asked(
            clinic.name(),
            format.written(left.problem()),
            Optional.of(new PlanJobs.Earlier(format.written(left.plan()), score)),
            clinic.sessions().stream()
                .filter(one -> laid.contains(one.id().value().toString()))
                .map(ClinicPlanHandler::base)
                .toList(),
            seed,
            seconds));
  }

  static PlanJobs.Base base(Held one) {
    return new PlanJobs.Base(
        one.id().value(),
        one.version(),
        one.booked().stream().map(PatientId::value).collect(Collectors.toSet()));
  }

  private static void knows(ClinicSnapshot clinic, Appointment wanted) {
    if (clinic.types().stream().noneMatch(type -> type.code().equals(wanted.type()))) {
      throw RuleRefused.rule("session-type-known", "the register has no such type of session");
    }
  }

  private ClinicSnapshot snapshot(Wanted wanted, Set<String> tracks) {
    List<Episode> people = tracks.stream().flatMap(code -> episodes.open(code).stream()).toList();
    List<Registered<Site>> all = all(Site.class);
    // A day more at both ends: which zone the week is in is known only with its sites.
    List<Held> near =
        calendar.planned(
            wanted.monday().minusDays(1).atStartOfDay(ZoneId.of("UTC")).toInstant(),
            wanted.monday().plusDays(8).atStartOfDay(ZoneId.of("UTC")).toInstant());
    Set<UUID> here = new HashSet<>(people.stream().map(one -> one.site().value()).toList());
    near.stream()
        .filter(one -> one.track().map(tracks::contains).orElse(false))
        .forEach(one -> here.add(one.site()));
    List<Registered<Site>> sites = all.stream().filter(one -> here.contains(one.id())).toList();
    if (sites.isEmpty()) {
      throw RuleRefused.rule("program-has-sessions", "nothing of this program is on the calendar");
    }
    ZoneId zone = ZoneId.of(sites.getFirst().entry().zone());
    if (sites.stream().anyMatch(one -> !one.entry().zone().equals(zone.getId()))) {
      throw RuleRefused.rule("week-plan-in-one-zone", "the sites of the program differ in zone");
    }
    Instant from = wanted.monday().atStartOfDay(zone).toInstant();
    Instant to = wanted.monday().plusWeeks(1).atStartOfDay(zone).toInstant();
    if (!from.isAfter(clock.instant())) {
      throw RuleRefused.rule("week-is-ahead", "the week has begun");
    }
    List<Episode> there = people.stream().filter(one -> one.holds(from, to)).toList();
    Set<PatientId> ids = there.stream().map(Episode::patient).collect(Collectors.toSet());
    Set<String> codes = sites.stream().map(one -> one.entry().code()).collect(Collectors.toSet());
    return new ClinicSnapshot(
        wanted.monday() + " " + String.join("+", tracks),
        wanted.monday(),
        zone,
        tracks.stream().collect(Collectors.toMap(code -> code, this::model)),
        clock.instant(),
        sites,
        all(Room.class).stream().filter(one -> codes.contains(one.entry().site())).toList(),
        all(SessionType.class).stream().map(Registered::entry).toList(),
        all(StaffMember.class),
        near.stream()
            .filter(one -> !one.start().isBefore(from) && one.start().isBefore(to))
            .toList(),
        there,
        obligations.ofAll(ids),
        calendar.noContact(ids),
        limits(packs.on(wanted.monday())));
  }

  private Model model(String track) {
    return book.template(track).map(stored -> stored.template().model()).orElse(Model.CUSTOM);
  }

  private static Limits limits(RulePack pack) {
    return new Limits(
        new BandLimits(
            pack.number("hours-intensive-adult"),
            pack.number("hours-intensive-minor"),
            pack.number("hours-partial"),
            pack.number("adult-from")),
        pack.number("program-day-minutes"),
        pack.number("patient-day-minutes"),
        pack.number("clinician-day-minutes"),
        pack.number("clinician-week-minutes"),
        pack.number("clinician-run-minutes"),
        pack.number("clinician-break-minutes"),
        pack.number("moved-person-points"));
  }

  private <T extends Entry> List<Registered<T>> all(Class<T> type) {
    List<Registered<T>> all = new ArrayList<>();
    List<Registered<T>> page = register.page(type, PAGE, null);
    while (!page.isEmpty()) {
      all.addAll(page);
      page = page.size() < PAGE ? List.of() : register.page(type, PAGE, code(page.getLast()));
    }
    return List.copyOf(all);
  }

  private static String code(Registered<? extends Entry> one) {
    return one.entry().code();
  }
}
