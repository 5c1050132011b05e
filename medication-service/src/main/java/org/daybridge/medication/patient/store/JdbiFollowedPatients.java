package org.daybridge.medication.patient.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.daybridge.contract.intake.EpisodeId;
import org.daybridge.contract.intake.PatientId;
import org.daybridge.kit.decision.NotVisible;
import org.daybridge.kit.identity.Callers;
import org.daybridge.medication.patient.FollowedPatient;
import org.daybridge.medication.patient.FollowedPatients;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class JdbiFollowedPatients implements FollowedPatients {
  private final Jdbi jdbi;

  JdbiFollowedPatients(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  @Override
  public Optional<FollowedPatient> find(PatientId patient) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "select patient_id, labels, birth_date, sex_code, episode_id, discharged_at, site_zone"
                        + " from followed_patient where patient_id = :patient")
                .bind("patient", patient)
                .map((row, _) -> read(row))
                .findOne());
  }

  @Override
  public FollowedPatient require(PatientId patient) {
    return find(patient).orElseThrow(() -> new NotVisible("patient", patient.value()));
  }

  @Override
  public void admitted(Admission admission) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(
                    "insert into followed_patient (patient_id, organization_id, labels, birth_date, sex_code,"
                        + " episode_id, admitted_on, site_zone) values (:patient, :organization, :labels,"
                        + " :birth, :sex, :episode, :on, :zone) on conflict (patient_id) do update set"
                        + " labels = excluded.labels, birth_date = excluded.birth_date,"
                        + " sex_code = excluded.sex_code, episode_id = excluded.episode_id,"
                        + " admitted_on = excluded.admitted_on, site_zone = excluded.site_zone,"
                        + " discharged_at = null")
                .bind("patient", admission.patient())
                .bind("organization", Callers.current().organizationId())
                .bind("labels", admission.labels())
                .bind("birth", admission.birthDate())
                .bind("sex", admission.sexCode())
                .bind("episode", admission.episode())
                .bind("on", admission.admittedOn())
                .bind("zone", admission.siteZone())
                .execute());
  }

  @Override
  public void detailsChanged(
      PatientId patient, LocalDate birthDate, String sexCode, @Nullable Instant deceasedAt) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(
                    "insert into followed_patient (patient_id, organization_id, birth_date, sex_code,"
                        + " deceased_at) values (:patient, :organization, :birth, :sex, :deceased)"
                        + " on conflict (patient_id) do update set birth_date = excluded.birth_date,"
                        + " sex_code = excluded.sex_code, deceased_at = excluded.deceased_at")
                .bind("patient", patient)
                .bind("organization", Callers.current().organizationId())
                .bind("birth", birthDate)
                .bind("sex", sexCode)
                .bindByType("deceased", deceasedAt, Instant.class)
                .execute());
  }

  @Override
  public void discharged(PatientId patient, EpisodeId episode, Instant at) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(
                    "update followed_patient set discharged_at = :at"
                        + " where patient_id = :patient and episode_id = :episode")
                .bind("at", at)
                .bind("patient", patient)
                .bind("episode", episode)
                .execute());
  }

  private static FollowedPatient read(ResultSet row) throws SQLException {
    var episode = row.getObject("episode_id", UUID.class);
    boolean open = episode != null && row.getObject("discharged_at") == null;
    return new FollowedPatient(
        new PatientId(row.getObject("patient_id", UUID.class)),
        row.getInt("labels"),
        row.getObject("birth_date", LocalDate.class),
        row.getString("sex_code"),
        open ? new EpisodeId(episode) : null,
        row.getString("site_zone"));
  }
}
