package org.daybridge.records.note.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.daybridge.contract.intake.EpisodeId;
import org.daybridge.contract.intake.PatientId;
import org.daybridge.contract.records.NoteId;
import org.daybridge.contract.records.PlanId;
import org.daybridge.contract.scheduling.SessionId;
import org.daybridge.records.attendance.Attendances;
import org.daybridge.records.note.CareFacts;
import org.daybridge.records.note.PlanStanding;
import org.daybridge.records.note.SigningFacts.Attendance;
import org.daybridge.records.plan.GoalId;
import org.daybridge.records.plan.InterimPlanId;
import org.jdbi.v3.core.Jdbi;

/** Looks up what a note is held against. */
@ApplicationScoped
class JdbiCareFacts implements CareFacts {

  private final Jdbi jdbi;
  private final Attendances attendances;

  JdbiCareFacts(Jdbi jdbi, Attendances attendances) {
    this.jdbi = jdbi;
    this.attendances = attendances;
  }

  @Override
  public Optional<Attendance> attendance(PatientId patient, SessionId session) {
    return attendances
        .find(patient, session)
        .map(each -> new Attendance(each.startedAt(), each.endedAt(), each.minutes()));
  }

  @Override
  public PlanStanding standing(EpisodeId episode, Instant at) {
    var before = version(episode, "activated_at <= :at order by v.number desc", at);
    if (before.isPresent()) return before.get();
    var since = version(episode, "activated_at > :at order by v.number", at);
    return interim(episode)
        .<PlanStanding>map(
            id ->
                new PlanStanding.Interim(
                    id, since.map(PlanStanding.Active::goals).orElse(Set.of())))
        .orElse(new PlanStanding.None());
  }

  private Optional<PlanStanding.Active> version(EpisodeId episode, String when, Instant at) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "select v.plan_id, v.goal_ids from treatment_plan_version v"
                        + " join treatment_plan p using (plan_id) where p.episode_id = :episode"
                        + " and v."
                        + when
                        + " limit 1")
                .bind("episode", episode)
                .bind("at", at)
                .map(
                    (row, _) ->
                        new PlanStanding.Active(
                            new PlanId(row.getObject("plan_id", UUID.class)),
                            Arrays.stream((UUID[]) row.getArray("goal_ids").getArray())
                                .map(GoalId::new)
                                .collect(Collectors.toSet())))
                .findOne());
  }

  private Optional<InterimPlanId> interim(EpisodeId episode) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery("select interim_plan_id from interim_plan where episode_id = :episode")
                .bind("episode", episode)
                .mapTo(UUID.class)
                .map(InterimPlanId::new)
                .findOne());
  }

  @Override
  public List<String> attachments(NoteId note) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "select content_hash from note_attachment where note_id = :note and not"
                        + " removed order by added_at, attachment_id")
                .bind("note", note)
                .mapTo(String.class)
                .list());
  }
}
