package org.daybridge.intake.authorization.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import org.daybridge.contract.intake.AuthorizationId;
import org.daybridge.contract.intake.EpisodeId;
import org.daybridge.contract.intake.PatientId;
import org.daybridge.contract.intake.ProgramId;
import org.daybridge.intake.authorization.Authorization;
import org.daybridge.intake.authorization.Authorization.Terms;
import org.daybridge.intake.authorization.Authorizations;
import org.daybridge.intake.episode.Episode;
import org.daybridge.kit.audit.AuditTrail;
import org.daybridge.kit.identity.Callers;
import org.daybridge.kit.problem.BadRequest;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Authorizations and attended days as rows. */
@ApplicationScoped
class AuthorizationTable implements Authorizations {
  private static final String RESOURCE = "CareAuthorization";

  private final Jdbi jdbi;
  private final Clock clock;

  AuthorizationTable(Jdbi jdbi, Clock clock) {
    this.jdbi = jdbi;
    this.clock = clock;
  }

  @Override
  public void add(Authorization one) {
    Terms terms = one.terms();
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(
                    "insert into care_authorization (authorization_id, organization_id, patient_id, labels,"
                        + " episode_id, payer, number, billing_code, valid_from, valid_to, units, next_review_on,"
                        + " entered_at, entered_by) values (:id, :org, :patient, :labels, :episode, :payer,"
                        + " :number, :code, :from, :to, :units, :review, :now, :by)")
                .bind("id", one.id())
                .bind("org", Callers.current().organizationId())
                .bind("patient", one.patient())
                .bind("labels", one.labels())
                .bind("episode", one.episode())
                .bind("payer", terms.payer())
                .bind("number", terms.number())
                .bind("code", terms.billingCode())
                .bind("from", terms.from())
                .bind("to", terms.to())
                .bind("units", terms.units())
                .bindByType("review", terms.nextReviewOn(), LocalDate.class)
                .bind("now", clock.instant())
                .bind("by", Callers.current().principalId())
                .execute());
    AuditTrail.created(RESOURCE, one.id().value(), one.patient().value());
  }

  @Override
  public Optional<Authorization> find(AuthorizationId id) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery("select * from care_authorization where authorization_id = :id")
                .bind("id", id)
                .map((row, _) -> read(row))
                .findOne());
  }

  @Override
  public List<Authorization> of(EpisodeId episode) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "select * from care_authorization where episode_id = :episode"
                        + " order by valid_from, authorization_id limit 200")
                .bind("episode", episode)
                .map((row, _) -> read(row))
                .list());
  }

  @Override
  public SortedSet<LocalDate> attendedDays(EpisodeId episode) {
    List<LocalDate> days =
        jdbi.withHandle(
            handle ->
                handle
                    .createQuery(
                        "select distinct day from attended_session"
                            + " where episode_id = :episode and counts order by day")
                    .bind("episode", episode)
                    .mapTo(LocalDate.class)
                    .list());
    return new TreeSet<>(days);
  }

  @Override
  public void attended(
      Episode episode, UUID attendance, UUID session, LocalDate day, Presence presence) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(
                    "insert into attended_session (attendance_id, organization_id, patient_id, labels, episode_id,"
                        + " session_id, day, minutes, counts) values (:id, :org, :patient, :labels, :episode,"
                        + " :session, :day, :minutes, :counts) on conflict (attendance_id) do update set"
                        + " episode_id = excluded.episode_id, labels = excluded.labels, day = excluded.day, minutes = excluded.minutes, counts = excluded.counts")
                .bind("id", attendance)
                .bind("org", Callers.current().organizationId())
                .bind("patient", episode.patient())
                .bind("labels", episode.labels())
                .bind("episode", episode.id())
                .bind("session", session)
                .bind("day", day)
                .bind("minutes", presence.minutes())
                .bind("counts", presence.counts())
                .execute());
  }

  @Override
  public Optional<EpisodeId> episodeOf(UUID attendance) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "select episode_id from attended_session where attendance_id = :attendance")
                .bind("attendance", attendance)
                .mapTo(UUID.class)
                .findOne()
                .map(EpisodeId::new));
  }

  @Override
  public void hold(EpisodeId episode) {
    jdbi.useHandle(
        handle ->
            handle
                .createQuery("select 1 from pg_advisory_xact_lock(hashtextextended(:key, 0))")
                .bind("key", "authorizations of " + episode)
                .mapTo(Integer.class)
                .one());
  }

  @Override
  public void saveUsed(Authorization one) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(
                    "update care_authorization set used = :used"
                        + " where authorization_id = :id and used <> :used")
                .bind("used", one.used())
                .bind("id", one.id())
                .execute());
  }

  @Override
  public boolean tell(Authorization one, Instant now) {
    return mark(one, "exhausting_at", now);
  }

  @Override
  public boolean expire(Authorization one, Instant now) {
    return mark(one, "expired_at", now);
  }

  private boolean mark(Authorization one, String column, Instant now) {
    return jdbi.withHandle(
            handle ->
                handle
                    .createUpdate(
                        "update care_authorization set "
                            + column
                            + " = :now where authorization_id = :id and "
                            + column
                            + " is null")
                    .bind("now", now)
                    .bind("id", one.id())
                    .execute())
        == 1;
  }

  @Override
  public List<Authorization> ending(@Nullable ProgramId program, int rows, @Nullable String after) {
    String[] parts = after == null ? new String[] {"0001-01-01", ""} : after.split(" ", 2);
    try {
      LocalDate to = LocalDate.parse(parts[0]);
      UUID id = parts[1].isEmpty() ? new UUID(0, 0) : UUID.fromString(parts[1]);
      return ending(program, rows, to, id);
    } catch (IllegalArgumentException
        | java.time.DateTimeException
        | ArrayIndexOutOfBoundsException e) {
      throw BadRequest.field("cursor", "is not one that this list gave");
    }
  }

  private List<Authorization> ending(@Nullable ProgramId program, int rows, LocalDate to, UUID id) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "select * from care_authorization where exhausting_at is not null and expired_at is null"
                        + " and (valid_to, authorization_id) > (:to, :id)"
                        + " and (cast(:program as uuid) is null or exists (select 1 from episode"
                        + " where episode.episode_id = care_authorization.episode_id"
                        + " and episode.program_id = :program))"
                        + " order by valid_to, authorization_id limit :rows")
                .bind("to", to)
                .bind("id", id)
                .bindByType("program", program == null ? null : program.value(), UUID.class)
                .bind("rows", rows)
                .map((row, _) -> read(row))
                .list());
  }

  private static Authorization read(ResultSet row) throws SQLException {
    UUID id = row.getObject("authorization_id", UUID.class);
    UUID patient = row.getObject("patient_id", UUID.class);
    AuditTrail.read(RESOURCE, id, patient);
    return new Authorization(
        new AuthorizationId(id),
        new PatientId(patient),
        new EpisodeId(row.getObject("episode_id", UUID.class)),
        row.getInt("labels"),
        new Terms(
            row.getString("payer"),
            row.getString("number"),
            row.getString("billing_code"),
            row.getObject("valid_from", LocalDate.class),
            row.getObject("valid_to", LocalDate.class),
            row.getInt("units"),
            row.getObject("next_review_on", LocalDate.class)),
        row.getInt("used"),
        row.getObject("exhausting_at") != null);
  }
}
