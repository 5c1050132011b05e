package org.daybridge.intake.authorization.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.daybridge.contract.intake.AuthorizationId;
import org.daybridge.contract.intake.EpisodeId;
import org.daybridge.contract.intake.PatientId;
import org.daybridge.intake.authorization.ReviewCall;
import org.daybridge.intake.authorization.ReviewCall.Appeal;
import org.daybridge.intake.authorization.ReviewCall.Said;
import org.daybridge.intake.authorization.ReviewCalls;
import org.daybridge.kit.audit.AuditTrail;
import org.daybridge.kit.crypto.FieldCipher;
import org.daybridge.kit.decision.NotVisible;
import org.daybridge.kit.identity.Callers;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Calls and appeals as rows. */
@ApplicationScoped
class ReviewCallTable implements ReviewCalls {
  private static final String RESOURCE = "ReviewCall";

  private final Jdbi jdbi;
  private final FieldCipher cipher;
  private final Clock clock;

  ReviewCallTable(Jdbi jdbi, FieldCipher cipher, Clock clock) {
    this.jdbi = jdbi;
    this.cipher = cipher;
    this.clock = clock;
  }

  @Override
  public void add(ReviewCall call) {
    Said said = call.said();
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(
                    "insert into review_call (review_call_id, organization_id, patient_id, labels, episode_id,"
                        + " authorization_id, kind, reviewer, reference, called_at, days_asked, peer_to_peer,"
                        + " outcome, days_approved, sealed_denial, next_review_on, appeal_by, urgent, decision_due_at, recorded_at,"
                        + " recorded_by) values (:id, :org, :patient, :labels, :episode, :authorization, :kind,"
                        + " :reviewer, :reference, :at, :asked, :peer, :outcome, :approved, :denial, :review,"
                        + " :appealBy, :urgent, :due, :now, :by)")
                .bind("id", call.id())
                .bind("org", Callers.current().organizationId())
                .bind("patient", call.patient())
                .bind("labels", call.labels())
                .bind("episode", call.episode())
                .bindByType(
                    "authorization",
                    call.authorization() == null ? null : call.authorization().value(),
                    UUID.class)
                .bind("kind", said.kind().name())
                .bind("reviewer", said.reviewer())
                .bindByType("reference", said.reference(), String.class)
                .bind("at", said.at())
                .bind("asked", said.daysAsked())
                .bind("peer", said.peerToPeer())
                .bind("outcome", said.outcome().name())
                .bind("approved", said.daysApproved())
                .bindByType("denial", sealed(call), byte[].class)
                .bindByType("review", said.nextReviewOn(), LocalDate.class)
                .bindByType("appealBy", call.appealBy(), LocalDate.class)
                .bind("urgent", said.urgent())
                .bindByType("due", call.decisionDueAt(), Instant.class)
                .bind("now", clock.instant())
                .bind("by", Callers.current().principalId())
                .execute());
    AuditTrail.created(RESOURCE, call.id(), call.patient().value());
  }

  @Override
  public ReviewCall require(UUID id) {
    return jdbi.withHandle(
        handle ->
            calls(handle, "review_call_id = :id", id).stream()
                .findFirst()
                .orElseThrow(() -> new NotVisible(RESOURCE, id)));
  }

  @Override
  public List<ReviewCall> of(EpisodeId episode) {
    return jdbi.withHandle(handle -> calls(handle, "episode_id = :id", episode.value()));
  }

  private List<ReviewCall> calls(Handle handle, String which, UUID id) {
    Map<UUID, List<Appeal>> appeals = new HashMap<>();
    handle
        .createQuery(
            "select * from appeal where review_call_id in (select review_call_id from review_call where "
                + which
                + ") order by level")
        .bind("id", id)
        .map((row, _) -> Map.entry(row.getObject("review_call_id", UUID.class), appeal(row)))
        .forEach(
            one ->
                appeals.computeIfAbsent(one.getKey(), _ -> new ArrayList<>()).add(one.getValue()));
    return handle
        .createQuery(
            "select * from review_call where "
                + which
                + " order by called_at desc, review_call_id limit 200")
        .bind("id", id)
        .map((row, _) -> call(row, appeals))
        .list();
  }

  private ReviewCall call(ResultSet row, Map<UUID, List<Appeal>> appeals) throws SQLException {
    UUID id = row.getObject("review_call_id", UUID.class);
    UUID patient = row.getObject("patient_id", UUID.class);
    AuditTrail.read(RESOURCE, id, patient);
    OffsetDateTime due = row.getObject("decision_due_at", OffsetDateTime.class);
    return new ReviewCall(
        id,
        new PatientId(patient),
        new EpisodeId(row.getObject("episode_id", UUID.class)),
        row.getInt("labels"),
        Optional.ofNullable(row.getObject("authorization_id", UUID.class))
            .map(AuthorizationId::new)
            .orElse(null),
        new Said(
            ReviewCall.Kind.valueOf(row.getString("kind")),
            row.getString("reviewer"),
            row.getString("reference"),
            row.getObject("called_at", OffsetDateTime.class).toInstant(),
            row.getInt("days_asked"),
            row.getBoolean("peer_to_peer"),
            row.getBoolean("urgent"),
            ReviewCall.Outcome.valueOf(row.getString("outcome")),
            row.getInt("days_approved"),
            denial(row, id),
            row.getObject("next_review_on", LocalDate.class)),
        row.getObject("appeal_by", LocalDate.class),
        due == null ? null : due.toInstant(),
        appeals.getOrDefault(id, List.of()));
  }

  private byte @Nullable [] sealed(ReviewCall call) {
    String reason = call.said().denialReason();
    return reason == null ? null : cipher.encrypt(reason, context(call.id()));
  }

  private @Nullable String denial(ResultSet row, UUID id) throws SQLException {
    byte[] sealed = row.getBytes("sealed_denial");
    return sealed == null ? row.getString("denial_reason") : cipher.decrypt(sealed, context(id));
  }

  private static String context(UUID call) {
    return "review_call.sealed_denial." + call;
  }

  private static Appeal appeal(ResultSet row) throws SQLException {
    String outcome = row.getString("outcome");
    return new Appeal(
        row.getObject("appeal_id", UUID.class),
        row.getInt("level"),
        row.getObject("filed_on", LocalDate.class),
        row.getObject("appeal_by", LocalDate.class),
        row.getString("reference"),
        row.getBoolean("expedited"),
        row.getBoolean("late"),
        outcome == null ? null : "UPHELD".equals(outcome),
        row.getObject("decided_on", LocalDate.class));
  }

  @Override
  public void addAppeal(ReviewCall call, Appeal appeal) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(
                    "insert into appeal (appeal_id, organization_id, patient_id, labels, review_call_id, level,"
                        + " filed_on, appeal_by, reference, expedited, late) values (:id, :org, :patient, :labels, :call,"
                        + " :level, :filed, :by, :reference, :expedited, :late)")
                .bind("id", appeal.id())
                .bind("org", Callers.current().organizationId())
                .bind("patient", call.patient())
                .bind("labels", call.labels())
                .bind("call", call.id())
                .bind("level", appeal.level())
                .bind("filed", appeal.filedOn())
                .bind("by", appeal.appealBy())
                .bindByType("reference", appeal.reference(), String.class)
                .bind("expedited", appeal.expedited())
                .bind("late", appeal.late())
                .execute());
    AuditTrail.created("Appeal", appeal.id(), call.patient().value());
  }

  @Override
  public boolean decide(UUID call, int level, boolean upheld, LocalDate on) {
    return jdbi.withHandle(
            handle ->
                handle
                    .createUpdate(
                        "update appeal set outcome = :outcome, decided_on = :on"
                            + " where review_call_id = :call and level = :level and outcome is null")
                    .bind("outcome", upheld ? "UPHELD" : "OVERTURNED")
                    .bind("on", on)
                    .bind("call", call)
                    .bind("level", level)
                    .execute())
        == 1;
  }
}
