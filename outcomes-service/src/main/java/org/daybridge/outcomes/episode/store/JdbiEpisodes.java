package org.daybridge.outcomes.episode.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.daybridge.contract.intake.EpisodeId;
import org.daybridge.contract.intake.IntakeEvent.PatientDischarged;
import org.daybridge.contract.intake.LevelOfCare;
import org.daybridge.contract.intake.PatientId;
import org.daybridge.contract.intake.Population;
import org.daybridge.kit.identity.Callers;
import org.daybridge.outcomes.episode.Episode;
import org.daybridge.outcomes.episode.Episodes;
import org.daybridge.outcomes.episode.Phase;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class JdbiEpisodes implements Episodes {
  private final Jdbi jdbi;

  JdbiEpisodes(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  @Override
  public Optional<Episode> latestOf(PatientId patient) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "select * from episode where patient_id = :patient"
                        + " order by discharged_at is null desc, admitted_at desc limit 1")
                .bind("patient", patient)
                .map((row, _) -> read(row))
                .findOne());
  }

  @Override
  public Optional<Episode> find(EpisodeId id) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery("select * from episode where episode_id = :id")
                .bind("id", id)
                .map((row, _) -> read(row))
                .findOne());
  }

  @Override
  public void add(Episode episode) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(
                    "insert into episode (episode_id, organization_id, patient_id, labels,"
                        + " track_code, population, level_of_care, site_zone, admitted_at,"
                        + " admitted_on, planned_weeks, birth_date, sex_code, primary_clinician)"
                        + " values (:id, :org, :patient, :labels, :track, :population, :level,"
                        + " :zone, :admittedAt, :admittedOn, :weeks, :birthDate, :sex, :clinician)"
                        + " on conflict (episode_id) do nothing")
                .bind("id", episode.id())
                .bind("org", Callers.current().organizationId())
                .bind("patient", episode.patient())
                .bind("labels", episode.labels())
                .bind("track", episode.trackCode())
                .bind("population", episode.population().name())
                .bind("level", episode.levelOfCare().name())
                .bind("zone", episode.zone().getId())
                .bind("admittedAt", episode.admittedAt())
                .bind("admittedOn", episode.admittedOn())
                .bind("weeks", episode.plannedWeeks())
                .bind("birthDate", episode.birthDate())
                .bind("sex", episode.sexCode())
                .bind("clinician", episode.primaryClinician())
                .execute());
  }

  @Override
  public void discharge(PatientDischarged discharged) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(
                    "update episode set discharged_at = :at, discharge_reason = :reason,"
                        + " planned_discharge = :planned where episode_id = :id")
                .bind("at", discharged.dischargedAt())
                .bind("reason", discharged.reason())
                .bind("planned", discharged.planned())
                .bind("id", discharged.episodeId())
                .execute());
  }

  @Override
  public void changeLevel(Episode episode, LevelOfCare level, Instant effectiveAt) {
    jdbi.useHandle(
        handle -> {
          handle
              .createUpdate("update episode set level_of_care = :level where episode_id = :id")
              .bind("level", level.name())
              .bind("id", episode.id())
              .execute();
          handle
              .createUpdate(
                  "insert into level_change (episode_id, organization_id, patient_id, labels,"
                      + " effective_at, level_of_care) values (:id, :org, :patient, :labels, :at,"
                      + " :level) on conflict (episode_id, effective_at) do update"
                      + " set level_of_care = excluded.level_of_care")
              .bind("id", episode.id())
              .bind("org", Callers.current().organizationId())
              .bind("patient", episode.patient())
              .bind("labels", episode.labels())
              .bind("at", effectiveAt)
              .bind("level", level.name())
              .execute();
        });
  }

  @Override
  public List<Phase> phasesOf(PatientId patient) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "select admitted_at as at, 'ADMITTED' as code from episode"
                        + " where patient_id = :patient union all"
                        + " select discharged_at, 'DISCHARGED' from episode"
                        + " where patient_id = :patient and discharged_at is not null union all"
                        + " select effective_at, level_of_care from level_change"
                        + " where patient_id = :patient order by at limit 200")
                .bind("patient", patient)
                .map(
                    (row, _) ->
                        new Phase(
                            row.getObject("at", OffsetDateTime.class).toInstant(),
                            row.getString("code")))
                .list());
  }

  @Override
  public void changeDetails(PatientId patient, LocalDate birthDate, String sexCode) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(
                    "update episode set birth_date = :birthDate, sex_code = :sex"
                        + " where patient_id = :patient")
                .bind("birthDate", birthDate)
                .bind("sex", sexCode)
                .bind("patient", patient)
                .execute());
  }

  @Override
  public void staff(UUID staffId, Set<String> roles, boolean active) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(
                    "insert into staff_member (staff_id, organization_id, roles, active)"
                        + " values (:id, :org, :roles, :active) on conflict (staff_id)"
                        + " do update set roles = excluded.roles, active = excluded.active")
                .bind("id", staffId)
                .bind("org", Callers.current().organizationId())
                .bindArray("roles", String.class, roles.toArray())
                .bind("active", active)
                .execute());
  }

  private static Episode read(ResultSet row) throws SQLException {
    return new Episode(
        new EpisodeId(row.getObject("episode_id", UUID.class)),
        new PatientId(row.getObject("patient_id", UUID.class)),
        row.getInt("labels"),
        row.getString("track_code"),
        Population.valueOf(row.getString("population")),
        LevelOfCare.valueOf(row.getString("level_of_care")),
        ZoneId.of(row.getString("site_zone")),
        instant(row, "admitted_at"),
        row.getObject("admitted_on", LocalDate.class),
        row.getInt("planned_weeks"),
        row.getObject("birth_date", LocalDate.class),
        row.getString("sex_code"),
        row.getObject("primary_clinician", UUID.class),
        instant(row, "discharged_at"));
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
    return at == null ? null : at.toInstant();
  }
}
