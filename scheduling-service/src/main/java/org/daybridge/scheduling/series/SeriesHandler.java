package org.daybridge.scheduling.series;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.daybridge.contract.scheduling.SeriesId;
import org.daybridge.contract.scheduling.SessionId;
import org.daybridge.contract.scheduling.SiteId;
import org.daybridge.kit.decision.Decision;
import org.daybridge.kit.decision.Ids;
import org.daybridge.kit.decision.RuleRefused;
import org.daybridge.kit.rulepack.RulePacks;
import org.daybridge.kit.timer.Timers;
import org.daybridge.scheduling.enrollment.EnrollmentHandler;
import org.daybridge.scheduling.recurrence.Occurrence;
import org.daybridge.scheduling.recurrence.Recurrence;
import org.daybridge.scheduling.register.Register;
import org.daybridge.scheduling.register.Site;
import org.daybridge.scheduling.session.Session;
import org.daybridge.scheduling.session.SessionCommand;
import org.daybridge.scheduling.session.SessionHandler;
import org.daybridge.scheduling.session.SessionPlan;

/** Puts the sessions of a series on the calendar, some weeks ahead, day after day. */
@ApplicationScoped
public class SeriesHandler {
  /** Fires when the calendar must reach further. */
  public static final String HORIZON_TIMER = "series-horizon";

  private static final Duration LONGEST = Duration.ofDays(7 * 53);

  private final SeriesBook book;
  private final Register register;
  private final SessionHandler sessions;
  private final EnrollmentHandler enrollments;
  private final RulePacks packs;
  private final Timers timers;
  private final Clock clock;

  SeriesHandler(
      SeriesBook book,
      Register register,
      SessionHandler sessions,
      EnrollmentHandler enrollments,
      RulePacks packs,
      Timers timers,
      Clock clock) {
    this.book = book;
    this.register = register;
    this.sessions = sessions;
    this.enrollments = enrollments;
    this.packs = packs;
    this.timers = timers;
    this.clock = clock;
  }

  /** What came of a series: its sessions, and the occasions that found no place. */
  public record Report(Series series, List<SessionId> sessions, List<SeriesBook.Gap> gaps) {}

  /**
   * Begins a series. Without {@code partial} all of its sessions up to the horizon find a place, or
   * none is booked; with it the occasions that found none are reported.
   */
  @Transactional
  public Report begin(
      SeriesPattern pattern, Optional<String> track, Optional<String> slotKey, boolean partial) {
    var site =
        register
            .find(Site.class, pattern.site())
            .orElseThrow(() -> RuleRefused.rule("site-known", "the register has no such site"));
    var series =
        new Series(
            new SeriesId(Ids.next()),
            track,
            slotKey,
            pattern,
            new SiteId(site.id()),
            pattern.start().toLocalDate(),
            Optional.empty(),
            clock.instant());
    Recurrence recurrence = pattern.recurrence().orRefuse().next();
    book.add(series);
    Report report = generate(series, recurrence);
    if (!partial) {
      report.gaps().stream()
          .filter(SeriesHandler::blocks)
          .findFirst()
          .ifPresent(SeriesHandler::refuse);
    }
    return report;
  }

  /** A holiday leaves one occasion out; anything else means that the series does not fit. */
  private static boolean blocks(SeriesBook.Gap gap) {
    return !"site-open".equals(gap.rule());
  }

  private static void refuse(SeriesBook.Gap gap) {
    String because = "no place on " + gap.occurrence();
    throw gap.rule().endsWith("-double-booked")
        ? RuleRefused.state(gap.rule(), because)
        : RuleRefused.rule(gap.rule(), because);
  }

  /** Puts what has come within the horizon on the calendar. */
  @Transactional
  public Report extend(SeriesId id) {
    Series series = book.require(id);
    if (series.endedOn().isPresent()) {
      return new Report(series, List.of(), List.of());
    }
    return generate(series, series.pattern().recurrence().orRefuse().next());
  }

  private Report generate(Series series, Recurrence recurrence) {
    Instant now = clock.instant();
    Instant horizon = reach(recurrence, now);
    Set<java.time.LocalDateTime> there = book.occurrences(series.id());
    var made = new ArrayList<SessionId>();
    var gaps = new ArrayList<SeriesBook.Gap>();
    for (Occurrence occurrence : recurrence.before(horizon)) {
      if (occurrence.instant().isAfter(now) && !there.contains(occurrence.local())) {
        place(series, occurrence, made, gaps);
      }
    }
    gaps.forEach(gap -> book.gap(series.id(), gap.occurrence(), gap.rule(), now));
    Series after = series.generatedTo(horizon);
    book.save(after);
    timers.schedule(HORIZON_TIMER, series.id().value(), nextLook(series, now), null);
    return new Report(after, made, gaps);
  }

  private void place(
      Series series, Occurrence occurrence, List<SessionId> made, List<SeriesBook.Gap> gaps) {
    var wish = series.pattern().wish(series.id(), series.track(), occurrence);
    switch (sessions.judge(wish)) {
      case Decision.Refused<SessionPlan, Void>(var rule, var _, var _) ->
          gaps.add(new SeriesBook.Gap(occurrence.local(), rule));
      case Decision.Applied<SessionPlan, Void>(var plan, var _) -> {
        Session session = sessions.put(plan);
        made.add(session.id());
        series.track().ifPresent(track -> enrollments.enrollMembers(session.id(), track));
      }
    }
  }

  private Instant horizon(Instant now) {
    int weeks = packs.on(LocalDate.ofInstant(now, ZoneOffset.UTC)).number("horizon-weeks");
    return now.plus(Duration.ofDays(7L * weeks));
  }

  /** A series that ends is booked as a whole; one that does not grows with the calendar. */
  private Instant reach(Recurrence recurrence, Instant now) {
    boolean ends =
        recurrence
            .rule()
            .map(rule -> rule.count().isPresent() || rule.until().isPresent())
            .orElse(true);
    if (!ends) {
      return horizon(now);
    }
    Instant year = now.plus(LONGEST);
    var all = recurrence.first(Recurrence.MOST_OCCURRENCES);
    if (!all.isEmpty() && all.getLast().instant().isAfter(year)) {
      throw RuleRefused.rule("series-within-a-year", "the series ends after " + year);
    }
    return year;
  }

  /** The calendar grows in the small hours of the site. */
  private static Instant nextLook(Series series, Instant now) {
    ZoneId zone = ZoneId.of(series.pattern().zone());
    return now.atZone(zone).toLocalDate().plusDays(1).atTime(3, 0).atZone(zone).toInstant();
  }

  /** Ends a series: what is still planned from that day on is cancelled. */
  @Transactional
  public void end(Series series, LocalDate day, String reason) {
    Instant from =
        later(day.atStartOfDay(ZoneId.of(series.pattern().zone())).toInstant(), clock.instant());
    for (SessionId session : book.planned(series.id(), from)) {
      enrollments.releaseAll(session, reason);
      sessions.handle(session, new SessionCommand.Cancel(reason, clock.instant()), _ -> {});
    }
    book.save(series.endedOn(day));
    timers.cancel(HORIZON_TIMER, series.id().value());
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }
}
