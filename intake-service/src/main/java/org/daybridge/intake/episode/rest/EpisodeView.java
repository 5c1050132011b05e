package org.daybridge.intake.episode.rest;

import java.time.Instant;
import java.time.LocalDate;
import org.daybridge.contract.intake.EpisodeId;
import org.daybridge.contract.intake.LevelOfCare;
import org.daybridge.contract.intake.PatientId;
import org.daybridge.contract.intake.ReferralId;
import org.daybridge.contract.scheduling.StaffId;
import org.daybridge.intake.episode.Episode;
import org.jspecify.annotations.Nullable;

/** An episode of care and where it stands. */
public record EpisodeView(
    EpisodeId id,
    PatientId patientId,
    ReferralId referralId,
    @Nullable EpisodeId priorEpisodeId,
    Episode.Place place,
    StaffId primaryClinician,
    Episode.Coverage coverage,
    LevelOfCare levelOfCare,
    Instant admittedAt,
    int plannedWeeks,
    LocalDate projectedEnd,
    boolean active,
    @Nullable Instant dischargedAt,
    Episode.@Nullable Reason dischargeReason,
    @Nullable String destination,
    long version) {

  static EpisodeView of(Episode episode) {
    Episode.State.Discharged end =
        episode.state() instanceof Episode.State.Discharged state ? state : null;
    return new EpisodeView(
        episode.id(),
        episode.patient(),
        episode.referral(),
        episode.prior(),
        episode.place(),
        episode.primaryClinician(),
        episode.coverage(),
        episode.levelOfCare(),
        episode.admittedAt(),
        episode.plannedWeeks(),
        LocalDate.ofInstant(episode.admittedAt(), episode.place().zone())
            .plusWeeks(episode.plannedWeeks()),
        end == null,
        end == null ? null : end.at(),
        end == null ? null : end.reason(),
        end == null ? null : end.destination(),
        episode.version());
  }
}
