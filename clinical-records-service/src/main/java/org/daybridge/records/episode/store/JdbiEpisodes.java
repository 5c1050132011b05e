package org.daybridge.records.episode.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;
import org.daybridge.contract.intake.EpisodeId;
import org.daybridge.contract.intake.PatientId;
import org.daybridge.contract.scheduling.StaffId;
import org.daybridge.kit.identity.Callers;
import org.daybridge.records.episode.AssessmentFact;
import org.daybridge.records.episode.Episode;
import org.daybridge.records.episode.Episodes;
import org.jdbi.v3.core.Jdbi;

/** Projection of intake's episodes and assessments. */
@ApplicationScoped
class JdbiEpisodes implements Episodes {

  private static final String SELECT = "select * from care_episode where ";

  private final Jdbi jdbi;

  JdbiEpisodes(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  @Override
  public void save(Episode episode) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(
                    "insert into care_episode (episode_id, organization_id, patient_id, labels,"
                        + " track_code, population, level_of_care, site_zone, admitted_at,"
                        + " admitted_on, primary_clinician, discharged_at) values (:id, :org,"
                        + " :patient, :labels, :track, :population, :level, :zone, :admittedAt,"
                        + " :admittedOn, :clinician, :dischargedAt) on conflict (episode_id) do"
                        + " update set discharged_at = excluded.discharged_at,"
                        + " level_of_care = excluded.level_of_care")
                .bind("id", episode.id())
                .bind("org", Callers.current().organizationId())
                .bind("patient", episode.patient())
                .bind("labels", episode.labels())
                .bind("track", episode.trackCode())
                .bind("population", episode.population())
                .bind("level", episode.levelOfCare())
                .bind("zone", episode.zone().getId())
                .bind("admittedAt", episode.admittedAt())
                .bind("admittedOn", episode.admittedOn())
                .bind("clinician", episode.primaryClinician())
                .bindByType("dischargedAt", episode.dischargedAt().orElse(null), Instant.class)
                .execute());
  }

  @Override
  public Optional<Episode> find(EpisodeId id) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(SELECT + "episode_id = :id")
                .bind("id", id)
                .map((row, _) -> episode(row))
                .findOne());
  }

  @Override
  public Optional<Episode> latest(PatientId patient) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(SELECT + "patient_id = :patient order by admitted_at desc limit 1")
                .bind("patient", patient)
                .map((row, _) -> episode(row))
                .findOne());
  }

  /** The first hours of an episode may lie before the instant that intake wrote down. */
  @Override
  public Optional<Episode> at(PatientId patient, Instant time) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    SELECT
                        + "patient_id = :patient order by (admitted_at <= :time) desc,"
                        + " case when admitted_at <= :time then admitted_at end desc,"
                        + " admitted_at limit 1")
                .bind("patient", patient)
                .bind("time", time)
                .map((row, _) -> episode(row))
                .findOne());
  }

  @Override
  public boolean assessed(PatientId patient) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "select exists (select 1 from completed_assessment where patient_id = :patient)")
                .bind("patient", patient)
                .mapTo(Boolean.class)
                .one());
  }

  @Override
  public void assessed(AssessmentFact fact) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(
                    "insert into completed_assessment (assessment_id, organization_id, patient_id,"
                        + " labels, kind, completed_at) values (:id, :org, :patient, :labels,"
                        + " :kind, :at) on conflict do nothing")
                .bind("id", fact.assessment())
                .bind("org", Callers.current().organizationId())
                .bind("patient", fact.patient())
                .bind("labels", fact.labels())
                .bind("kind", fact.kind())
                .bind("at", fact.completedAt())
                .execute());
  }

  private static Episode episode(ResultSet row) throws SQLException {
    var discharged = row.getObject("discharged_at", OffsetDateTime.class);
    return new Episode(
        new EpisodeId(row.getObject("episode_id", UUID.class)),
        new PatientId(row.getObject("patient_id", UUID.class)),
        row.getInt("labels"),
        row.getString("track_code"),
        row.getString("population"),
        row.getString("level_of_care"),
        ZoneId.of(row.getString("site_zone")),
        row.getObject("admitted_at", OffsetDateTime.class).toInstant(),
        row.getObject("admitted_on", LocalDate.class),
        new StaffId(row.getObject("primary_clinician", UUID.class)),
        Optional.ofNullable(discharged).map(OffsetDateTime::toInstant));
  }
}
