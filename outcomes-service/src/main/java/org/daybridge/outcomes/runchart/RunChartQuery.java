package org.daybridge.outcomes.runchart;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import org.daybridge.kit.identity.RowAccess;
import org.daybridge.kit.rulepack.RulePacks;
import org.daybridge.outcomes.runchart.RunChart.Topic;
import org.daybridge.outcomes.runchart.RunChart.Week;
import org.jdbi.v3.core.Jdbi;

/** Counts over all patients as the service itself; only weeks of enough people leave it. */
@ApplicationScoped
public class RunChartQuery {
  private static final String ATTENDANCE =
      """
      select date_trunc('week', a.started_at at time zone coalesce(e.site_zone, 'UTC'))::date as week,
          count(*) filter (where a.attended) as events, count(*) as total,
          count(distinct a.patient_id) as people
        from attendance a left join episode e on e.episode_id = a.episode_id
       where a.started_at >= cast(:from as date) - interval '1 day'
         and a.started_at < cast(:to as date) + interval '2 days'
       group by 1
      """;
  private static final String MEASURES_ANSWERED =
      """
      select date_trunc('week', due_on)::date as week, count(*) filter (where state = 'DONE') as events,
          count(*) as total, count(distinct patient_id) as people
        from assignment
       where state in ('DONE', 'MISSED') and due_on between cast(:from as date) and cast(:to as date)
       group by 1
      """;

  private final Jdbi jdbi;
  private final RowAccess access;
  private final RulePacks rulePacks;
  private final Clock clock;

  RunChartQuery(Jdbi jdbi, RowAccess access, RulePacks rulePacks, Clock clock) {
    this.jdbi = jdbi;
    this.access = access;
    this.rulePacks = rulePacks;
    this.clock = clock;
  }

  /** Whole weeks: the one of {@code from} to the one of {@code to}. */
  public RunChart of(Topic topic, LocalDate from, LocalDate to) {
    LocalDate first = RunChart.monday(from);
    LocalDate last = RunChart.monday(to).plusDays(6);
    Map<LocalDate, Week> weeks =
        access.elevated(jdbi, "outcomes", () -> counted(topic, first, last));
    int fewest = rulePacks.on(today()).number("smallest-cell");
    return RunChart.of(topic, first, last, weeks, fewest);
  }

  public LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
  }

  private Map<LocalDate, Week> counted(Topic topic, LocalDate from, LocalDate to) {
    Map<LocalDate, Week> weeks = new LinkedHashMap<>();
    jdbi.useHandle(
        handle ->
            handle
                .createQuery(
                    switch (topic) {
                      case ATTENDANCE -> ATTENDANCE;
                      case MEASURES_ANSWERED -> MEASURES_ANSWERED;
                    })
                .bind("from", from)
                .bind("to", to)
                .map(
                    (row, _) ->
                        weeks.put(
                            row.getObject("week", LocalDate.class),
                            new Week(
                                row.getInt("events"), row.getInt("total"), row.getInt("people"))))
                .list());
    return weeks;
  }
}
