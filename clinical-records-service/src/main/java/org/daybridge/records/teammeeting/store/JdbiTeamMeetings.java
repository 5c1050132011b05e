package org.daybridge.records.teammeeting.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.daybridge.contract.intake.PatientId;
import org.daybridge.kit.audit.AuditTrail;
import org.daybridge.kit.decision.NotVisible;
import org.daybridge.kit.decision.RuleRefused;
import org.daybridge.kit.identity.Callers;
import org.daybridge.records.episode.Episode;
import org.daybridge.records.signing.Versioned;
import org.daybridge.records.signing.store.StateJson;
import org.daybridge.records.teammeeting.AgendaItem;
import org.daybridge.records.teammeeting.AgendaItem.Score;
import org.daybridge.records.teammeeting.AgendaItem.Standing;
import org.daybridge.records.teammeeting.TeamMeeting;
import org.daybridge.records.teammeeting.TeamMeetings;
import org.jdbi.v3.core.Jdbi;

/** A meeting's head belongs to the house, each item of its agenda to its patient. */
@ApplicationScoped
class JdbiTeamMeetings implements TeamMeetings {

  private static final String HEAD = "team-meeting";
  private static final String ITEM = "agenda-item";

  private final Jdbi jdbi;
  private final StateJson json;
  private final Clock clock;

  JdbiTeamMeetings(Jdbi jdbi, StateJson json, Clock clock) {
    this.jdbi = jdbi;
    this.json = json;
    this.clock = clock;
  }

  @Override
  public Standing standing(Episode episode, int prescribedMinutes, LocalDate today) {
    var scores =
        jdbi.withHandle(
            handle ->
                handle
                    .createQuery(
                        "select distinct on (instrument) instrument, total, change_since_baseline"
                            + " from measure_point where patient_id = :patient order by"
                            + " instrument, answered_at desc limit 20")
                    .bind("patient", episode.patient())
                    .map(
                        (row, _) ->
                            new Score(
                                row.getString(1),
                                Optional.ofNullable(row.getBigDecimal(2)),
                                Optional.ofNullable(row.getBigDecimal(3))))
                    .list());
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "select (select count(*) from risk_signal where patient_id = :patient and"
                        + " raised_at > :now - interval '30 days') alerts, (select level from"
                        + " risk_signal where patient_id = :patient and raised_at > :now -"
                        + " interval '30 days' order by raised_at desc limit 1) level, (select"
                        + " coalesce(sum(minutes), 0) from attendance where patient_id = :patient"
                        + " and clinical and started_at > :now - interval '7 days') attended,"
                        + " (select plan_due_on from interim_plan where episode_id = :episode and"
                        + " ended_at is null) plan_due, (select review_due_on from treatment_plan"
                        + " where episode_id = :episode and state in ('InForce', 'InRevision'))"
                        + " review_due, (select max(through_day) from certification where"
                        + " episode_id = :episode) certified")
                .bind("patient", episode.patient())
                .bind("episode", episode.id())
                .bind("now", clock.instant())
                .map((row, _) -> standing(row, prescribedMinutes, scores))
                .one());
  }

  private static Standing standing(ResultSet row, int prescribed, List<Score> scores)
      throws SQLException {
    return new Standing(
        row.getInt("alerts"),
        Optional.ofNullable(row.getString("level")),
        row.getInt("attended"),
        prescribed,
        scores,
        Optional.ofNullable(row.getObject("plan_due", LocalDate.class)),
        Optional.ofNullable(row.getObject("review_due", LocalDate.class)),
        Optional.ofNullable(row.getObject("certified", LocalDate.class)));
  }

  @Override
  public List<PatientId> caseload(int limit) {
    var caller = Callers.current();
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "select e.patient_id from care_episode e where e.discharged_at is null and"
                        + " e.patient_id in (select patient_id from access_grant where principal_id"
                        + " = :me and purpose = :purpose and valid_from <= :now and (valid_to is"
                        + " null or valid_to > :now)) order by (select count(*) from risk_signal r"
                        + " where r.patient_id = e.patient_id and r.raised_at > :now - interval"
                        + " '30 days') desc, e.admitted_at limit :limit")
                .bind("me", caller.principalId())
                .bind("purpose", caller.purpose())
                .bind("now", clock.instant())
                .bind("limit", limit)
                .mapTo(UUID.class)
                .map(PatientId::new)
                .list());
  }

  @Override
  public Versioned<TeamMeeting> add(TeamMeeting meeting, List<AgendaItem> items) {
    var now = clock.instant();
    var added =
        jdbi.withHandle(
            handle ->
                handle
                    .createUpdate(
                        "insert into team_meeting (meeting_id, organization_id, row_version,"
                            + " held_on, updated_at, body) values (:id, :org, 0, :heldOn, :now,"
                            + " cast(:body as jsonb)) on conflict do nothing")
                    .bind("id", meeting.id())
                    .bind("org", Callers.current().organizationId())
                    .bind("heldOn", meeting.heldOn())
                    .bind("now", now)
                    .bind("body", json.write(meeting))
                    .execute());
    if (added == 0) throw RuleRefused.state("conflict", "something else has this id");
    AuditTrail.created(HEAD, meeting.id(), null);
    items.forEach(item -> add(meeting.id(), item));
    return new Versioned<>(meeting, 0, now);
  }

  private void add(UUID meeting, AgendaItem item) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(
                    "insert into agenda_item (meeting_id, patient_id, organization_id, labels,"
                        + " body) values (:meeting, :patient, :org, :labels, cast(:body as"
                        + " jsonb))")
                .bind("meeting", meeting)
                .bind("patient", item.patient())
                .bind("org", Callers.current().organizationId())
                .bind("labels", item.labels())
                .bind("body", json.write(item))
                .execute());
    AuditTrail.created(ITEM, meeting, item.patient().value());
  }

  @Override
  public Versioned<TeamMeeting> require(UUID id) {
    return jdbi.withHandle(
            handle ->
                handle
                    .createQuery("select * from team_meeting where meeting_id = :id")
                    .bind("id", id)
                    .map((row, _) -> kept(row))
                    .findOne())
        .orElseThrow(() -> new NotVisible(HEAD, id));
  }

  @Override
  public List<TeamMeeting> latest() {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "select * from team_meeting order by held_on desc, meeting_id limit 50")
                .map((row, _) -> kept(row).value())
                .list());
  }

  @Override
  public List<AgendaItem> items(UUID meeting) {
    var items =
        jdbi.withHandle(
            handle ->
                handle
                    .createQuery(
                        "select body from agenda_item where meeting_id = :meeting order by"
                            + " patient_id")
                    .bind("meeting", meeting)
                    .mapTo(String.class)
                    .map(body -> json.read(body, AgendaItem.class))
                    .list());
    items.forEach(item -> AuditTrail.read(ITEM, meeting, item.patient().value()));
    return items;
  }

  @Override
  public void decide(UUID meeting, AgendaItem item) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(
                    "update agenda_item set body = cast(:body as jsonb) where meeting_id ="
                        + " :meeting and patient_id = :patient")
                .bind("body", json.write(item))
                .bind("meeting", meeting)
                .bind("patient", item.patient())
                .execute());
    AuditTrail.updated(ITEM, meeting, item.patient().value());
  }

  @Override
  public Versioned<TeamMeeting> save(TeamMeeting meeting, int version) {
    var now = clock.instant();
    var signed = meeting.state() instanceof TeamMeeting.State.Signed it ? it : null;
    var changed =
        jdbi.withHandle(
            handle ->
                handle
                    .createUpdate(
                        "update team_meeting set row_version = row_version + 1, updated_at = :now,"
                            + " body = cast(:body as jsonb), signed_at = :signedAt, canonical ="
                            + " :canonical, content_hash = :hash where meeting_id = :id and"
                            + " row_version = :version")
                    .bind("now", now)
                    .bind("body", json.write(meeting))
                    .bindByType("signedAt", signed == null ? null : signed.at(), Instant.class)
                    .bindByType(
                        "canonical", signed == null ? null : signed.canonical(), String.class)
                    .bindByType("hash", signed == null ? null : signed.hash().value(), String.class)
                    .bind("id", meeting.id())
                    .bind("version", version)
                    .execute());
    if (changed == 0) throw RuleRefused.state("changed-meanwhile", "it was changed meanwhile");
    AuditTrail.updated(HEAD, meeting.id(), null);
    return new Versioned<>(meeting, version + 1, now);
  }

  private Versioned<TeamMeeting> kept(ResultSet row) throws SQLException {
    AuditTrail.read(HEAD, row.getObject("meeting_id", UUID.class), null);
    return new Versioned<>(
        json.read(row.getString("body"), TeamMeeting.class),
        row.getInt("row_version"),
        row.getObject("updated_at", OffsetDateTime.class).toInstant());
  }
}
