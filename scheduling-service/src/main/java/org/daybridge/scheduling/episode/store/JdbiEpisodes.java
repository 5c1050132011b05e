package org.daybridge.scheduling.episode.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.daybridge.contract.intake.EpisodeId;
import org.daybridge.contract.intake.LevelOfCare;
import org.daybridge.contract.intake.PatientId;
import org.daybridge.contract.scheduling.SiteId;
import org.daybridge.contract.scheduling.StaffId;
import org.daybridge.kit.identity.Callers;
import org.daybridge.scheduling.episode.Episode;
import org.daybridge.scheduling.episode.Episodes;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.RowMapper;

@ApplicationScoped
class JdbiEpisodes implements Episodes {
  private static final RowMapper<Episode> EPISODE = (row, _) -> read(row);

  private final Jdbi jdbi;

  JdbiEpisodes(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  private static Episode read(ResultSet row) throws SQLException {
    return new Episode(
        new EpisodeId(row.getObject("episode_id", UUID.class)),
        new PatientId(row.getObject("patient_id", UUID.class)),
        row.getInt("labels"),
        row.getString("track_code"),
        LevelOfCare.valueOf(row.getString("level_of_care")),
        new SiteId(row.getObject("site_id", UUID.class)),
        ZoneId.of(row.getString("zone")),
        row.getObject("birth_date", LocalDate.class),
        new StaffId(row.getObject("primary_clinician", UUID.class)),
        row.getObject("admitted_at", OffsetDateTime.class).toInstant(),
        Optional.ofNullable(row.getObject("discharged_at", OffsetDateTime.class))
            .map(OffsetDateTime::toInstant));
  }

  @Override
  public Optional<Episode> find(EpisodeId id) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery("select * from episode where episode_id = :id")
                .bind("id", id)
                .map(EPISODE)
                .findOne());
  }

  @Override
  public Optional<Episode> newest(PatientId patient) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "select * from episode where patient_id = :patient"
                        + " order by admitted_at desc limit 1")
                .bind("patient", patient)
                .map(EPISODE)
                .findOne());
  }

  @Override
  public Optional<Episode> at(PatientId patient, Instant moment) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "select * from episode where patient_id = :patient order by"
                        + " (admitted_at <= :moment and coalesce(discharged_at > :moment, true)) desc,"
                        + " admitted_at desc limit 1")
                .bind("patient", patient)
                .bind("moment", moment)
                .map(EPISODE)
                .findOne());
  }

  @Override
  public List<Episode> open(String track) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "select * from episode where track_code = :track and discharged_at is null"
                        + " order by admitted_at, episode_id")
                .bind("track", track)
                .map(EPISODE)
                .list());
  }

  @Override
  public void add(Episode episode) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(
                    "insert into episode (episode_id, organization_id, patient_id, labels, track_code,"
                        + " level_of_care, site_id, zone, birth_date, primary_clinician, admitted_at)"
                        + " values (:id, :org, :patient, :labels, :track, :level, :site, :zone, :born,"
                        + " :clinician, :admitted)")
                .bind("id", episode.id())
                .bind("org", Callers.current().organizationId())
                .bind("patient", episode.patient())
                .bind("labels", episode.labels())
                .bind("track", episode.track())
                .bind("level", episode.level().name())
                .bind("site", episode.site())
                .bind("zone", episode.zone().getId())
                .bind("born", episode.birthDate())
                .bind("clinician", episode.primaryClinician())
                .bind("admitted", episode.admittedAt())
                .execute());
  }

  @Override
  public void save(Episode episode) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(
                    "update episode set level_of_care = :level, discharged_at = :discharged"
                        + " where episode_id = :id")
                .bind("id", episode.id())
                .bind("level", episode.level().name())
                .bindByType("discharged", episode.dischargedAt().orElse(null), Instant.class)
                .execute());
  }
}
