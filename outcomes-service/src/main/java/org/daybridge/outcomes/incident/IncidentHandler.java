package org.daybridge.outcomes.incident;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.LongConsumer;
import org.daybridge.kit.decision.Ids;
import org.daybridge.kit.identity.Callers;
import org.daybridge.kit.rulepack.RulePack;
import org.daybridge.kit.rulepack.RulePacks;
import org.daybridge.kit.timer.Timers;
import org.daybridge.outcomes.incident.Incidents.Line;

/** Keeps the register and its clocks. */
@ApplicationScoped
public class IncidentHandler {
  static final String REPORT_TIMER = "incident-report";
  private static final Duration AGAIN = Duration.ofHours(24);

  private final Incidents incidents;
  private final RulePacks rulePacks;
  private final Timers timers;
  private final Event<ReportDue> reportDue;
  private final Clock clock;

  IncidentHandler(
      Incidents incidents,
      RulePacks rulePacks,
      Timers timers,
      Event<ReportDue> reportDue,
      Clock clock) {
    this.incidents = incidents;
    this.rulePacks = rulePacks;
    this.timers = timers;
    this.reportDue = reportDue;
    this.clock = clock;
  }

  @Transactional
  public Line report(Report report) {
    Incident next =
        Incident.reported(
                Ids.next(),
                report,
                Callers.current().principalId(),
                clock.instant(),
                new ReportingClocks(rules(report.learntAt())))
            .orRefuse()
            .next();
    return keep(next);
  }

  /** {@code command} is made for who asks, at this time. */
  @Transactional
  public Line handle(UUID id, LongConsumer sees, Function<Asked, IncidentCommand> command) {
    Incident known = incidents.hold(id);
    sees.accept(known.version());
    Asked asked = new Asked(Callers.current().principalId(), clock.instant());
    return keep(known.decide(command.apply(asked)).orRefuse().next());
  }

  public record Asked(UUID by, Instant at) {}

  private Line keep(Incident next) {
    Incident kept = incidents.save(next);
    Optional<Instant> due = kept.reportDueAt();
    if (due.isPresent()) {
      Instant early = due.get().minus(lead(kept.learntAt()));
      timers.schedule(REPORT_TIMER, kept.id(), later(early, clock.instant()), null);
    } else {
      timers.cancel(REPORT_TIMER, kept.id());
    }
    return Line.of(kept);
  }

  /**
   * The clock of a report: told once before it is due, when it is, and each day while it is owed.
   */
  @Transactional
  void clockRanOut(UUID id) {
    Instant now = clock.instant();
    incidents
        .hold(id)
        .reportDueAt()
        .ifPresent(
            due -> {
              reportDue.fire(new ReportDue(now));
              timers.schedule(REPORT_TIMER, id, now.isBefore(due) ? due : now.plus(AGAIN), null);
            });
  }

  private Duration lead(Instant learntAt) {
    return Duration.ofHours(rules(learntAt).number("incident-report-lead-hours"));
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }

  private RulePack rules(Instant learntAt) {
    return rulePacks.on(LocalDate.ofInstant(learntAt, ZoneOffset.UTC));
  }
}
