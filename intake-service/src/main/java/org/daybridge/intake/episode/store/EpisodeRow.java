package org.daybridge.intake.episode.store;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.ZoneId;
import java.util.UUID;
import org.daybridge.contract.intake.EpisodeId;
import org.daybridge.contract.intake.LevelOfCare;
import org.daybridge.contract.intake.PatientId;
import org.daybridge.contract.intake.Population;
import org.daybridge.contract.intake.ProgramId;
import org.daybridge.contract.intake.ReferralId;
import org.daybridge.contract.intake.TrackId;
import org.daybridge.contract.scheduling.SiteId;
import org.daybridge.contract.scheduling.StaffId;
import org.daybridge.intake.episode.Episode;
import org.jspecify.annotations.NullUnmarked;

/** An episode as Hibernate keeps it. */
@Entity
@Table(name = "episode")
@NullUnmarked
class EpisodeRow extends PanacheEntityBase {
  @Id
  @Column(name = "episode_id")
  UUID episodeId;

  @Column(name = "organization_id")
  UUID organizationId;

  @Column(name = "patient_id")
  UUID patientId;

  int labels;

  @Column(name = "referral_id")
  UUID referralId;

  @Column(name = "prior_episode_id")
  UUID priorEpisodeId;

  @Column(name = "program_id")
  UUID programId;

  @Column(name = "track_id")
  UUID trackId;

  @Column(name = "track_code")
  String trackCode;

  String population;

  @Column(name = "level_of_care")
  String levelOfCare;

  @Column(name = "site_id")
  UUID siteId;

  String zone;

  @Column(name = "primary_clinician")
  UUID primaryClinician;

  String coverage;

  @Column(name = "admitted_at")
  Instant admittedAt;

  @Column(name = "planned_weeks")
  int plannedWeeks;

  String state;

  @Column(name = "discharged_at")
  Instant dischargedAt;

  @Column(name = "discharge_reason")
  String dischargeReason;

  String destination;

  @Column(name = "rule_pack")
  String rulePack;

  @Version long version;

  void take(Episode episode) {
    patientId = episode.patient().value();
    labels = episode.labels();
    referralId = episode.referral().value();
    priorEpisodeId = episode.prior() == null ? null : episode.prior().value();
    programId = episode.place().program().value();
    trackId = episode.place().track().value();
    trackCode = episode.place().trackCode();
    population = episode.place().population().name();
    levelOfCare = episode.levelOfCare().name();
    siteId = episode.place().site().value();
    zone = episode.place().zone().getId();
    primaryClinician = episode.primaryClinician().value();
    coverage = episode.coverage().name();
    admittedAt = episode.admittedAt();
    plannedWeeks = episode.plannedWeeks();
    rulePack = episode.rulePack();
    switch (episode.state()) {
      case Episode.State.Active _ -> state = "ACTIVE";
      case Episode.State.Discharged(var at, var reason, var to) -> {
        state = "DISCHARGED";
        dischargedAt = at;
        dischargeReason = reason.name();
        destination = to;
      }
    }
  }

  Episode toDomain() {
    Episode.State is =
        "ACTIVE".equals(state)
            ? new Episode.State.Active()
            : new Episode.State.Discharged(
                dischargedAt, Episode.Reason.valueOf(dischargeReason), destination);
    return new Episode(
        new EpisodeId(episodeId),
        new PatientId(patientId),
        new ReferralId(referralId),
        priorEpisodeId == null ? null : new EpisodeId(priorEpisodeId),
        new Episode.Place(
            new ProgramId(programId),
            new TrackId(trackId),
            trackCode,
            Population.valueOf(population),
            new SiteId(siteId),
            ZoneId.of(zone)),
        new StaffId(primaryClinician),
        Episode.Coverage.valueOf(coverage),
        admittedAt,
        plannedWeeks,
        LevelOfCare.valueOf(levelOfCare),
        is,
        rulePack,
        labels,
        version);
  }
}
