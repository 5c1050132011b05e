package org.daybridge.scheduling.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.daybridge.contract.intake.PatientId;
import org.daybridge.kit.audit.AuditTrail;
import org.daybridge.kit.decision.NotVisible;
import org.daybridge.kit.rulepack.RulePack;
import org.daybridge.kit.rulepack.RulePacks;
import org.daybridge.scheduling.access.DeskHandler;
import org.daybridge.scheduling.episode.Episode;
import org.daybridge.scheduling.episode.Episodes;
import org.daybridge.scheduling.ledger.HourBand.BandLimits;
import org.daybridge.scheduling.ledger.ShortWeek.Reason;
import org.daybridge.scheduling.register.Register;
import org.daybridge.scheduling.register.Registered;
import org.daybridge.scheduling.register.Site;

/**
 * Adds a patient's week up from its facts, at the moment of asking: a correction is never missed.
 */
@ApplicationScoped
public class LedgerHandler {
  private final LedgerBook book;
  private final Episodes episodes;
  private final Register register;
  private final RulePacks packs;
  private final DeskHandler desk;
  private final Clock clock;

  LedgerHandler(
      LedgerBook book,
      Episodes episodes,
      Register register,
      RulePacks packs,
      DeskHandler desk,
      Clock clock) {
    this.book = book;
    this.episodes = episodes;
    this.register = register;
    this.packs = packs;
    this.desk = desk;
    this.clock = clock;
  }

  /** A week with the episode in which it lies and the rules that it was measured by. */
  public record Week(Episode episode, WeekLedger ledger, String rulePack) {}

  /** The week that holds this day, or today. */
  @Transactional
  public Week week(PatientId patient, Optional<LocalDate> day) {
    return desk.reaching(
        () -> {
          Episode newest =
              episodes
                  .newest(patient)
                  .orElseThrow(() -> new NotVisible("Patient", patient.value()));
          AuditTrail.read("Ledger", patient.value(), patient.value());
          Instant now = clock.instant();
          ClinicWeek week =
              day.map(some -> ClinicWeek.holding(some, newest.zone()))
                  .orElseGet(() -> ClinicWeek.holding(now, newest.zone()));
          Episode episode = episodes.at(patient, week.end().minusMillis(1)).orElse(newest);
          return week(episode, week, now);
        });
  }

  private Week week(Episode episode, ClinicWeek week, Instant now) {
    RulePack pack = packs.on(week.monday());
    var limits =
        new BandLimits(
            pack.number("hours-intensive-adult"),
            pack.number("hours-intensive-minor"),
            pack.number("hours-partial"),
            pack.number("adult-from"));
    var ledger =
        WeekLedger.of(
            week,
            HourBand.of(episode.level(), episode.birthDate(), week.monday(), limits),
            shortened(episode, week),
            book.prescribed(episode.patient(), week.end()),
            book.lines(episode.patient(), week.start(), week.end()),
            new DayRules(pack.number("program-day-minutes"), pack.number("program-day-services")),
            now);
    return new Week(episode, ledger, pack.version());
  }

  private ShortWeek shortened(Episode episode, ClinicWeek week) {
    Optional<Site> site = register.find(Site.class, episode.site().value()).map(Registered::entry);
    Set<LocalDate> open =
        site.map(found -> found.openDays(week.monday())).orElseGet(() -> Set.of());
    LocalDate admitted = week.dayOf(episode.admittedAt());
    Optional<LocalDate> discharged = episode.dischargedAt().map(week::dayOf);
    Map<LocalDate, Reason> leftOut = new HashMap<>();
    week.monday()
        .datesUntil(week.monday().plusWeeks(1))
        .forEach(
            date -> {
              if (date.isBefore(admitted)) {
                leftOut.put(date, Reason.BEFORE_ADMISSION);
              } else if (discharged.map(date::isAfter).orElse(false)) {
                leftOut.put(date, Reason.AFTER_DISCHARGE);
              } else if (site.map(found -> found.closedOn(date)).orElse(false)) {
                leftOut.put(date, Reason.HOLIDAY);
              }
            });
    return new ShortWeek(open, leftOut);
  }
}
