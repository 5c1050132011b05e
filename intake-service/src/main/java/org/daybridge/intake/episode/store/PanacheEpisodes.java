package org.daybridge.intake.episode.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.daybridge.contract.StepDirection;
import org.daybridge.contract.intake.EpisodeId;
import org.daybridge.contract.intake.LevelOfCare;
import org.daybridge.contract.intake.PatientId;
import org.daybridge.contract.outcomes.ProposalId;
import org.daybridge.intake.episode.Episode;
import org.daybridge.intake.episode.Episodes;
import org.daybridge.kit.audit.AuditTrail;
import org.daybridge.kit.decision.Ids;
import org.daybridge.kit.decision.NotVisible;
import org.daybridge.kit.identity.Callers;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Update;

/** Episodes in the database. */
@ApplicationScoped
class PanacheEpisodes implements Episodes {
  private final Jdbi jdbi;

  PanacheEpisodes(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  @Override
  public Episode require(EpisodeId id) {
    return read(row(id));
  }

  @Override
  public void add(Episode episode) {
    EpisodeRow row = new EpisodeRow();
    row.episodeId = episode.id().value();
    row.organizationId = Callers.current().organizationId();
    row.take(episode);
    row.persistAndFlush();
    AuditTrail.created("EpisodeOfCare", row.episodeId, row.patientId);
  }

  @Override
  public void save(Episode episode) {
    EpisodeRow row = row(episode.id());
    row.take(episode);
    row.persistAndFlush();
    AuditTrail.updated("EpisodeOfCare", row.episodeId, row.patientId);
  }

  @Override
  public Optional<Episode> active(PatientId patient) {
    return EpisodeRow.<EpisodeRow>find("patientId = ?1 and state = 'ACTIVE'", patient.value())
        .firstResultOptional()
        .map(PanacheEpisodes::read);
  }

  @Override
  public Optional<Episode> last(PatientId patient) {
    return EpisodeRow.<EpisodeRow>find(
            "patientId = ?1 and state = 'DISCHARGED' order by episodeId desc", patient.value())
        .firstResultOptional()
        .map(PanacheEpisodes::read);
  }

  @Override
  public List<Episode> of(PatientId patient) {
    return EpisodeRow.<EpisodeRow>find("patientId = ?1 order by episodeId desc", patient.value())
        .page(0, 100)
        .list()
        .stream()
        .map(PanacheEpisodes::read)
        .toList();
  }

  @Override
  public List<Proposal> proposals(EpisodeId id) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "select * from step_proposal where episode_id = :id order by proposal_id desc limit 100")
                .bind("id", id)
                .map(
                    (row, _) -> {
                      OffsetDateTime decided = row.getObject("decided_at", OffsetDateTime.class);
                      return new Proposal(
                          new ProposalId(row.getObject("proposal_id", UUID.class)),
                          StepDirection.valueOf(row.getString("direction")),
                          Arrays.asList((UUID[]) row.getArray("evidence").getArray()),
                          row.getObject("proposed_at", OffsetDateTime.class).toInstant(),
                          decided == null ? null : decided.toInstant());
                    })
                .list());
  }

  @Override
  public void addStep(Episode episode, Episode.Step step, String reason) {
    EpisodeRow before = row(episode.id());
    StepDirection direction =
        step.to().compareTo(LevelOfCare.valueOf(before.levelOfCare)) > 0
            ? StepDirection.UP
            : StepDirection.DOWN;
    jdbi.useHandle(
        handle -> {
          of(
                  handle.createUpdate(
                      "insert into step_decision (decision_id, organization_id, patient_id, labels, episode_id,"
                          + " proposal_id, direction, level_from, level_to, reason, effective_at, decided_by) values"
                          + " (:decision, :org, :patient, :labels, :episode, :proposal, :direction, :from, :to, :reason,"
                          + " :at, :by)"),
                  episode)
              .bind("decision", step.decision())
              .bindByType(
                  "proposal", step.proposal() == null ? null : step.proposal().value(), UUID.class)
              .bind("direction", direction.name())
              .bind("from", before.levelOfCare)
              .bind("to", step.to().name())
              .bind("reason", reason)
              .bind("at", step.effectiveAt())
              .bind("by", Callers.current().principalId())
              .execute();
          if (step.proposal() != null) {
            handle
                .createUpdate(
                    "update step_proposal set decided_at = :at where proposal_id = :proposal and episode_id = :episode")
                .bind("at", step.effectiveAt())
                .bind("proposal", step.proposal())
                .bind("episode", episode.id())
                .execute();
          }
        });
  }

  @Override
  public boolean aftercareSigned(EpisodeId id) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "select exists (select 1 from aftercare_signed where episode_id = :id)")
                .bind("id", id)
                .mapTo(Boolean.class)
                .one());
  }

  @Override
  public void addWaiver(Episode episode, Episode.Gate gate, String reason) {
    jdbi.useHandle(
        handle ->
            of(
                    handle.createUpdate(
                        "insert into discharge_waiver (episode_id, organization_id, patient_id, labels, gate, reason,"
                            + " waived_by) values (:episode, :org, :patient, :labels, :gate, :reason, :by)"
                            + " on conflict (episode_id, gate) do nothing"),
                    episode)
                .bind("gate", gate.name())
                .bind("reason", reason)
                .bind("by", Callers.current().principalId())
                .execute());
  }

  @Override
  public void addTask(Episode episode, Episode.Gate gate, LocalDate dueOn) {
    jdbi.useHandle(
        handle ->
            of(
                    handle.createUpdate(
                        "insert into discharge_task (task_id, organization_id, patient_id, labels, episode_id, gate,"
                            + " owner, due_on) values (:task, :org, :patient, :labels, :episode, :gate, :owner, :due)"),
                    episode)
                .bind("task", Ids.next())
                .bind("gate", gate.name())
                .bind("owner", episode.primaryClinician())
                .bind("due", dueOn)
                .execute());
  }

  @Override
  public List<Task> openTasks(UUID owner) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "select * from discharge_task where owner = :owner and done_at is null order by due_on limit 200")
                .bind("owner", owner)
                .map(
                    (row, _) ->
                        new Task(
                            row.getObject("task_id", UUID.class),
                            new EpisodeId(row.getObject("episode_id", UUID.class)),
                            new PatientId(row.getObject("patient_id", UUID.class)),
                            Episode.Gate.valueOf(row.getString("gate")),
                            row.getObject("due_on", LocalDate.class)))
                .list());
  }

  private static Update of(Update update, Episode episode) {
    return update
        .bind("episode", episode.id())
        .bind("org", Callers.current().organizationId())
        .bind("patient", episode.patient())
        .bind("labels", episode.labels());
  }

  private static EpisodeRow row(EpisodeId id) {
    EpisodeRow row = EpisodeRow.findById(id.value());
    if (row == null) {
      throw new NotVisible("EpisodeOfCare", id.value());
    }
    return row;
  }

  private static Episode read(EpisodeRow row) {
    AuditTrail.read("EpisodeOfCare", row.episodeId, row.patientId);
    return row.toDomain();
  }
}
