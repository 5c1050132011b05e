package org.daybridge.outcomes.risk;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.daybridge.kit.audit.AuditTrail;
import org.daybridge.kit.identity.Caller;
import org.daybridge.kit.identity.Callers;
import org.daybridge.kit.rulepack.RulePacks;
import org.daybridge.outcomes.risk.RiskQueue.Reason;
import org.daybridge.outcomes.risk.RiskQueue.Signal;
import org.jdbi.v3.core.Jdbi;

/** Reads the reasons over the caller's own caseload, which it names to the database. */
@ApplicationScoped
public class RiskQueueQuery {
  private static final Duration MISSED_WITHIN = Duration.ofDays(14);
  private static final Duration CHECKED_WITHIN = Duration.ofDays(3);
  private static final int MOST_PATIENTS = 500;

  private static final String REASONS =
      """
      with newest_check_in as (
          select distinct on (patient_id) * from check_in
           where patient_id = any(:caseload) and answered_at >= :checkedSince
           order by patient_id, day desc, revision desc)
      select patient_id, case when level = 'HIGH' then 'HIGH_RISK' when level = 'MODERATE'
          then 'MODERATE_RISK' else 'LOW_RISK' end as signal, opened_at as since,
          risk_case_id as evidence, 1 as n
        from risk_case where patient_id = any(:caseload) and state <> 'CLOSED'
      union all
      select patient_id, 'UNACKNOWLEDGED_ALARM', due_at, risk_case_id, 1
        from risk_case where patient_id = any(:caseload) and state = 'ALARMED' and due_at < :now
      union all
      select patient_id, 'RISK_UNKNOWN', answered_at, measure_id, 1 from (
          select distinct on (patient_id, instrument) * from measure
           where patient_id = any(:caseload) and instrument in ('PHQ-9', 'C-SSRS')
             and corrected_by is null and status <> 'ENTERED_IN_ERROR'
           order by patient_id, instrument, answered_at desc, measure_id) newest
       where risk_unknown
      union all
      select patient_id, 'RISK_UNKNOWN', answered_at, check_in_id, 1 from newest_check_in
       where risk_unknown
      union all
      select patient_id, 'CRAVING', answered_at, check_in_id, 1 from newest_check_in
       where used or craving >= :craving
      union all
      select patient_id, 'DETERIORATION', proposed_at, proposal_id, 1
        from step_proposal where patient_id = any(:caseload) and direction = 'UP' and settled_at is null
      union all
      select patient_id, 'SESSIONS_MISSED', max(started_at), (array_agg(attendance_id))[1], count(*)::int
        from attendance where patient_id = any(:caseload) and not attended and started_at >= :missedSince
       group by patient_id having count(*) >= 2
      union all
      select a.patient_id, case when a.instrument = 'C-SSRS' then 'SCREENING_OVERDUE'
          else 'MEASURE_OVERDUE' end, min(a.due_on at time zone e.site_zone),
          (array_agg(a.assignment_id))[1], count(*)::int
        from assignment a join episode e using (episode_id)
       where a.patient_id = any(:caseload) and a.state = 'DUE'
         and a.due_on < (cast(:now as timestamptz) at time zone e.site_zone)::date
       group by a.patient_id, a.instrument = 'C-SSRS'
      """;

  private final Jdbi jdbi;
  private final RulePacks rulePacks;
  private final Clock clock;

  RiskQueueQuery(Jdbi jdbi, RulePacks rulePacks, Clock clock) {
    this.jdbi = jdbi;
    this.rulePacks = rulePacks;
    this.clock = clock;
  }

  public List<RiskQueue.Entry> ofCaller() {
    Instant now = clock.instant();
    List<UUID> caseload = caseload(now);
    if (caseload.isEmpty()) return List.of();
    List<Reason> reasons =
        jdbi.withHandle(
            handle ->
                handle
                    .createQuery(REASONS)
                    .bindArray("caseload", UUID.class, caseload.toArray())
                    .bind("now", now)
                    .bind("missedSince", now.minus(MISSED_WITHIN))
                    .bind("checkedSince", now.minus(CHECKED_WITHIN))
                    .bind("craving", rulePacks.on(today(now)).decimal("craving-high-at-least"))
                    .map(
                        (row, _) ->
                            new Reason(
                                row.getObject("patient_id", UUID.class),
                                Signal.valueOf(row.getString("signal")),
                                row.getObject("since", OffsetDateTime.class).toInstant(),
                                row.getObject("evidence", UUID.class),
                                row.getInt("n")))
                    .list());
    List<RiskQueue.Entry> queue = RiskQueue.ranked(reasons);
    queue.forEach(entry -> AuditTrail.read("RiskQueue", entry.patient(), entry.patient()));
    return queue;
  }

  private static LocalDate today(Instant now) {
    return LocalDate.ofInstant(now, ZoneOffset.UTC);
  }

  private List<UUID> caseload(Instant now) {
    Caller caller = Callers.current();
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "select distinct patient_id from access_grant where principal_id = :principal"
                        + " and purpose = :purpose and valid_from <= :now"
                        + " and (valid_to is null or valid_to > :now) limit :most")
                .bind("principal", caller.principalId())
                .bind("purpose", caller.purpose())
                .bind("now", now)
                .bind("most", MOST_PATIENTS)
                .mapTo(UUID.class)
                .list());
  }
}
