package org.daybridge.records.homework.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.daybridge.contract.intake.EpisodeId;
import org.daybridge.contract.intake.PatientId;
import org.daybridge.contract.scheduling.StaffId;
import org.daybridge.kit.audit.AuditTrail;
import org.daybridge.kit.decision.NotVisible;
import org.daybridge.kit.decision.RuleRefused;
import org.daybridge.kit.identity.Callers;
import org.daybridge.records.homework.Homework;
import org.daybridge.records.homework.Homework.State;
import org.daybridge.records.homework.HomeworkId;
import org.daybridge.records.homework.Homeworks;
import org.daybridge.records.homework.Skill;
import org.daybridge.records.plan.GoalId;
import org.daybridge.records.signing.Versioned;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Homework and practices as plain rows. */
@ApplicationScoped
class JdbiHomeworks implements Homeworks {

  private final Jdbi jdbi;
  private final Clock clock;

  JdbiHomeworks(Jdbi jdbi, Clock clock) {
    this.jdbi = jdbi;
    this.clock = clock;
  }

  @Override
  public Versioned<Homework> require(HomeworkId id) {
    var found =
        jdbi.withHandle(
                handle ->
                    handle
                        .createQuery("select * from homework where homework_id = :id")
                        .bind("id", id)
                        .map((row, _) -> kept(row))
                        .findOne())
            .orElseThrow(() -> new NotVisible("homework", id.value()));
    AuditTrail.read("homework", id.value(), found.value().patient().value());
    return found;
  }

  @Override
  public List<Versioned<Homework>> ofPatient(PatientId patient) {
    var found =
        jdbi.withHandle(
            handle ->
                handle
                    .createQuery(
                        "select * from homework where patient_id = :patient"
                            + " order by assigned_at desc limit 200")
                    .bind("patient", patient)
                    .map((row, _) -> kept(row))
                    .list());
    found.forEach(each -> AuditTrail.read("homework", each.value().id().value(), patient.value()));
    return found;
  }

  @Override
  public Versioned<Homework> add(Homework each) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(
                    "insert into homework (homework_id, organization_id, patient_id, labels,"
                        + " row_version, episode_id, goal_id, skill, title, instructions,"
                        + " assigned_by, assigned_at, due_on) values (:id, :org, :patient,"
                        + " :labels, 0, :episode, :goal, :skill, :title, :instructions, :by, :at,"
                        + " :dueOn)")
                .bind("id", each.id())
                .bind("org", Callers.current().organizationId())
                .bind("patient", each.patient())
                .bind("labels", each.labels())
                .bind("episode", each.episode())
                .bindByType("goal", each.goal().map(GoalId::value).orElse(null), UUID.class)
                .bindByType("skill", each.skill().map(Enum::name).orElse(null), String.class)
                .bind("title", each.title())
                .bind("instructions", each.instructions())
                .bind("by", each.assignedBy())
                .bind("at", each.assignedAt())
                .bind("dueOn", each.dueOn())
                .execute());
    AuditTrail.created("homework", each.id().value(), each.patient().value());
    return new Versioned<>(each, 0, each.assignedAt());
  }

  @Override
  public Versioned<Homework> save(Homework each, int version) {
    var submitted = submitted(each.state());
    var reviewed = each.state() instanceof State.Reviewed state ? state : null;
    var changed =
        jdbi.withHandle(
            handle ->
                handle
                    .createUpdate(
                        "update homework set row_version = row_version + 1, submission = :text,"
                            + " submitted_at = :submittedAt, feedback = :feedback,"
                            + " reviewed_by = :by, reviewed_at = :reviewedAt where homework_id ="
                            + " :id and row_version = :version")
                    .bindByType("text", submitted == null ? null : submitted.text(), String.class)
                    .bindByType(
                        "submittedAt", submitted == null ? null : submitted.at(), Instant.class)
                    .bindByType(
                        "feedback", reviewed == null ? null : reviewed.feedback(), String.class)
                    .bindByType("by", reviewed == null ? null : reviewed.by().value(), UUID.class)
                    .bindByType(
                        "reviewedAt", reviewed == null ? null : reviewed.at(), Instant.class)
                    .bind("id", each.id())
                    .bind("version", version)
                    .execute());
    if (changed == 0) throw RuleRefused.state("changed-meanwhile", "it was changed meanwhile");
    AuditTrail.updated("homework", each.id().value(), each.patient().value());
    return new Versioned<>(each, version + 1, clock.instant());
  }

  private static State.@Nullable Submitted submitted(State state) {
    return switch (state) {
      case State.Assigned _ -> null;
      case State.Submitted submitted -> submitted;
      case State.Reviewed(var submitted, _, _, _) -> submitted;
    };
  }

  @Override
  public void log(Practice practice, int labels) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(
                    "insert into skill_practice (practice_id, organization_id, patient_id, labels,"
                        + " skill, practiced_at, received_at, helped) values (:id, :org, :patient,"
                        + " :labels, :skill, :at, :now, :helped) on conflict do nothing")
                .bind("id", practice.id())
                .bind("org", Callers.current().organizationId())
                .bind("patient", practice.patient())
                .bind("labels", labels)
                .bind("skill", practice.skill().name())
                .bind("at", practice.practicedAt())
                .bind("now", clock.instant())
                .bind("helped", practice.helped())
                .execute());
    AuditTrail.created("skill-practice", practice.id(), practice.patient().value());
  }

  @Override
  public List<Practice> practices(PatientId patient) {
    var found =
        jdbi.withHandle(
            handle ->
                handle
                    .createQuery(
                        "select * from skill_practice where patient_id = :patient"
                            + " order by practiced_at desc limit 200")
                    .bind("patient", patient)
                    .map(
                        (row, _) ->
                            new Practice(
                                row.getObject("practice_id", UUID.class),
                                patient,
                                Skill.valueOf(row.getString("skill")),
                                instant(row, "practiced_at"),
                                row.getInt("helped")))
                    .list());
    found.forEach(each -> AuditTrail.read("skill-practice", each.id(), patient.value()));
    return found;
  }

  @Override
  public List<Coverage> coverage(PatientId patient) {
    var covered =
        jdbi.withHandle(
            handle ->
                handle
                    .createQuery(
                        "select s.skill, (select count(*) from homework h where h.patient_id ="
                            + " :patient and h.skill = s.skill) assigned, (select count(*) from"
                            + " homework h where h.patient_id = :patient and h.skill = s.skill and"
                            + " h.reviewed_at is not null) reviewed, count(p.practice_id)"
                            + " practiced, max(p.practiced_at) last, round(avg(p.helped), 1)"
                            + " helped from unnest(:skills) s(skill) left join skill_practice p on"
                            + " p.patient_id = :patient and p.skill = s.skill group by s.skill")
                    .bind("patient", patient)
                    .bindArray(
                        "skills",
                        String.class,
                        (Object[])
                            Arrays.stream(Skill.values()).map(Enum::name).toArray(String[]::new))
                    .map(
                        (row, _) -> {
                          var last = row.getObject("last", OffsetDateTime.class);
                          return new Coverage(
                              Skill.valueOf(row.getString("skill")),
                              row.getInt("assigned"),
                              row.getInt("reviewed"),
                              row.getInt("practiced"),
                              Optional.ofNullable(last).map(OffsetDateTime::toInstant),
                              Optional.ofNullable(row.getBigDecimal("helped")));
                        })
                    .list());
    AuditTrail.read("skill-coverage", patient.value(), patient.value());
    return covered.stream().sorted(Comparator.comparing(Coverage::skill)).toList();
  }

  private static Versioned<Homework> kept(ResultSet row) throws SQLException {
    var goal = row.getObject("goal_id", UUID.class);
    var homework =
        new Homework(
            new HomeworkId(row.getObject("homework_id", UUID.class)),
            new PatientId(row.getObject("patient_id", UUID.class)),
            new EpisodeId(row.getObject("episode_id", UUID.class)),
            row.getInt("labels"),
            Optional.ofNullable(goal).map(GoalId::new),
            Optional.ofNullable(row.getString("skill")).map(Skill::valueOf),
            row.getString("title"),
            row.getString("instructions"),
            new StaffId(row.getObject("assigned_by", UUID.class)),
            instant(row, "assigned_at"),
            row.getObject("due_on", LocalDate.class),
            state(row));
    return new Versioned<>(homework, row.getInt("row_version"), homework.assignedAt());
  }

  private static State state(ResultSet row) throws SQLException {
    if (row.getString("submission") == null) return new State.Assigned();
    var submitted = new State.Submitted(row.getString("submission"), instant(row, "submitted_at"));
    return row.getObject("reviewed_at") == null
        ? submitted
        : new State.Reviewed(
            submitted,
            row.getString("feedback"),
            new StaffId(row.getObject("reviewed_by", UUID.class)),
            instant(row, "reviewed_at"));
  }

  private static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }
}
