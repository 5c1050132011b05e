package org.daybridge.outcomes.step.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.daybridge.contract.StepDirection;
import org.daybridge.contract.intake.EpisodeId;
import org.daybridge.contract.intake.PatientId;
import org.daybridge.contract.outcomes.ProposalId;
import org.daybridge.contract.scheduling.SchedulingEvent.SessionAttended;
import org.daybridge.contract.scheduling.SchedulingEvent.SessionMissed;
import org.daybridge.kit.audit.AuditTrail;
import org.daybridge.kit.identity.Callers;
import org.daybridge.outcomes.episode.Episode;
import org.daybridge.outcomes.instrument.Instruments;
import org.daybridge.outcomes.significance.ChangeSinceBaseline;
import org.daybridge.outcomes.significance.TrackRules;
import org.daybridge.outcomes.step.StepProposals;
import org.daybridge.outcomes.step.StepRules;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class JdbiStepProposals implements StepProposals {
  private final Jdbi jdbi;
  private final Instruments instruments;

  JdbiStepProposals(Jdbi jdbi, Instruments instruments) {
    this.jdbi = jdbi;
    this.instruments = instruments;
  }

  private record Point(UUID measure, BigDecimal value, Instant at) {}

  private record Attended(int expected, int attended) {}

  @Override
  public void record(SessionAttended one, int labels) {
    keep(
        one.attendanceId().value(),
        one.patientId(),
        one.episodeId(),
        one.sessionId().value(),
        one.startedAt(),
        true,
        one.status(),
        one.minutes(),
        one.clinical(),
        labels);
  }

  @Override
  public void record(SessionMissed one, int labels) {
    keep(
        one.attendanceId().value(),
        one.patientId(),
        one.episodeId(),
        one.sessionId().value(),
        one.startedAt(),
        false,
        one.status(),
        0,
        true,
        labels);
  }

  private void keep(
      UUID attendance,
      PatientId patient,
      @Nullable EpisodeId episode,
      UUID session,
      Instant startedAt,
      boolean attended,
      String status,
      int minutes,
      boolean clinical,
      int labels) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(
                    "insert into attendance (attendance_id, organization_id, patient_id, labels,"
                        + " episode_id, session_id, started_at, attended, status, minutes,"
                        + " clinical) values (:id, :org, :patient, :labels, :episode, :session,"
                        + " :startedAt, :attended, :status, :minutes, :clinical) on conflict"
                        + " (attendance_id) do update set attended = excluded.attended, status ="
                        + " excluded.status, minutes = excluded.minutes, clinical ="
                        + " excluded.clinical")
                .bind("id", attendance)
                .bind("org", Callers.current().organizationId())
                .bind("patient", patient)
                .bind("labels", labels)
                .bindByType("episode", episode == null ? null : episode.value(), UUID.class)
                .bind("session", session)
                .bind("startedAt", startedAt)
                .bind("attended", attended)
                .bind("status", status)
                .bind("minutes", minutes)
                .bind("clinical", clinical)
                .execute());
  }

  @Override
  public StepRules.Evidence evidence(
      Episode episode,
      String instrument,
      String version,
      Instant attendanceSince,
      Instant now,
      int baselineWindowDays) {
    List<Point> points = points(episode, instrument, version);
    Attended attended = attended(episode, attendanceSince, now);
    return new StepRules.Evidence(
        points.stream().map(one -> new StepRules.Value(one.measure(), one.value())).toList(),
        attended.expected(),
        attended.attended(),
        lastHighRisk(episode).orElse(null),
        openRiskCase(episode),
        track(episode, instrument, version, points, baselineWindowDays));
  }

  /** Newest first, the last of each day, from this episode on. */
  private List<Point> points(Episode episode, String instrument, String version) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "select distinct on (day) measure_id, value, answered_at from (select *,"
                        + " (answered_at at time zone :zone)::date as day from measure where"
                        + " patient_id = :patient and instrument = :instrument and"
                        + " instrument_version = :version and value is not null and corrected_by is"
                        + " null and status = 'COMPLETE' and answered_at >= :since) d order by day"
                        + " desc, answered_at desc limit 200")
                .bind("zone", episode.zone().getId())
                .bind("patient", episode.patient())
                .bind("instrument", instrument)
                .bind("version", version)
                .bind(
                    "since",
                    episode.admittedOn().minusDays(14).atStartOfDay(episode.zone()).toInstant())
                .map(
                    (row, _) ->
                        new Point(
                            row.getObject("measure_id", UUID.class),
                            row.getBigDecimal("value"),
                            row.getObject("answered_at", OffsetDateTime.class).toInstant()))
                .list());
  }

  private TrackRules.Verdict track(
      Episode episode,
      String instrumentId,
      String version,
      List<Point> points,
      int baselineWindowDays) {
    Instant windowEnd =
        episode
            .admittedOn()
            .plusDays(baselineWindowDays + 1L)
            .atStartOfDay(episode.zone())
            .toInstant();
    Optional<Point> baseline =
        points.reversed().stream().filter(one -> one.at().isBefore(windowEnd)).findFirst();
    if (baseline.isEmpty() || points.size() < 2) {
      return new TrackRules.Verdict.NotJudged("no baseline");
    }
    var instrument = instruments.require(instrumentId, version);
    Point now = points.getFirst();
    return TrackRules.judge(
        instrument,
        instrument.leadingScale(),
        ChangeSinceBaseline.of(
            instrument, instrument.leadingScale(), baseline.get().value(), now.value()),
        episode.admittedOn(),
        episode.dayOf(now.at()),
        episode.plannedWeeks());
  }

  private Attended attended(Episode episode, Instant since, Instant now) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "select count(*) as expected, count(*) filter (where attended) as attended"
                        + " from attendance where patient_id = :patient and started_at >= :since"
                        + " and started_at <= :now and started_at >= :admitted")
                .bind("patient", episode.patient())
                .bind("since", since)
                .bind("now", now)
                .bind("admitted", episode.admittedAt().minusSeconds(86_400))
                .map((row, _) -> new Attended(row.getInt("expected"), row.getInt("attended")))
                .one());
  }

  private Optional<Instant> lastHighRisk(Episode episode) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "select max(s.at) from risk_step s join risk_case c using (risk_case_id)"
                        + " where c.patient_id = :patient and c.level = 'HIGH'"
                        + " and s.kind in ('ALARMED', 'THREADED', 'ESCALATED')")
                .bind("patient", episode.patient())
                .mapTo(Instant.class)
                .findOne());
  }

  private boolean openRiskCase(Episode episode) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "select exists (select 1 from risk_case where patient_id = :patient"
                        + " and state <> 'CLOSED')")
                .bind("patient", episode.patient())
                .mapTo(Boolean.class)
                .one());
  }

  @Override
  public Optional<Proposal> openOf(EpisodeId episode) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "select * from step_proposal where episode_id = :episode and settled_at is"
                        + " null")
                .bind("episode", episode)
                .map((row, _) -> read(row))
                .findOne());
  }

  @Override
  public void add(Proposal proposal) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(
                    "insert into step_proposal (proposal_id, organization_id, patient_id, labels,"
                        + " episode_id, direction, rule, evidence, rule_pack, proposed_at) values"
                        + " (:id, :org, :patient, :labels, :episode, :direction, :rule, :evidence,"
                        + " :pack, :at)")
                .bind("id", proposal.id())
                .bind("org", Callers.current().organizationId())
                .bind("patient", proposal.patient())
                .bind("labels", proposal.labels())
                .bind("episode", proposal.episode())
                .bind("direction", proposal.direction().name())
                .bind("rule", proposal.rule())
                .bindArray("evidence", UUID.class, proposal.evidence().toArray())
                .bind("pack", proposal.rulePack())
                .bind("at", proposal.proposedAt())
                .execute());
    AuditTrail.created("StepProposal", proposal.id().value(), proposal.patient().value());
  }

  @Override
  public void settle(EpisodeId episode, String outcome, Instant at) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(
                    "update step_proposal set settled_at = :at, outcome = :outcome"
                        + " where episode_id = :episode and settled_at is null")
                .bind("at", at)
                .bind("outcome", outcome)
                .bind("episode", episode)
                .execute());
  }

  @Override
  public List<Proposal> of(PatientId patient, int rows, @Nullable UUID before) {
    List<Proposal> found =
        jdbi.withHandle(
            handle ->
                handle
                    .createQuery(
                        "select * from step_proposal where patient_id = :patient"
                            + " and (cast(:before as uuid) is null or proposal_id < :before)"
                            + " order by proposal_id desc limit :rows")
                    .bind("patient", patient)
                    .bindByType("before", before, UUID.class)
                    .bind("rows", rows)
                    .map((row, _) -> read(row))
                    .list());
    found.forEach(one -> AuditTrail.read("StepProposal", one.id().value(), one.patient().value()));
    return found;
  }

  private static Proposal read(ResultSet row) throws SQLException {
    OffsetDateTime settled = row.getObject("settled_at", OffsetDateTime.class);
    return new Proposal(
        new ProposalId(row.getObject("proposal_id", UUID.class)),
        new PatientId(row.getObject("patient_id", UUID.class)),
        new EpisodeId(row.getObject("episode_id", UUID.class)),
        row.getInt("labels"),
        StepDirection.valueOf(row.getString("direction")),
        row.getString("rule"),
        List.of((UUID[]) row.getArray("evidence").getArray()),
        row.getString("rule_pack"),
        row.getObject("proposed_at", OffsetDateTime.class).toInstant(),
        settled == null ? null : settled.toInstant(),
        row.getString("outcome"));
  }
}
