package org.daybridge.outcomes.episode;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import org.daybridge.contract.intake.EpisodeId;
import org.daybridge.contract.intake.LevelOfCare;
import org.daybridge.contract.intake.PatientId;
import org.daybridge.contract.intake.Population;
import org.jspecify.annotations.Nullable;

/** One episode of care, as far as measures, risk and proposals need to know it. */
public record Episode(
    EpisodeId id,
    PatientId patient,
    int labels,
    String trackCode,
    Population population,
    LevelOfCare levelOfCare,
    ZoneId zone,
    Instant admittedAt,
    LocalDate admittedOn,
    int plannedWeeks,
    LocalDate birthDate,
    String sexCode,
    UUID primaryClinician,
    @Nullable Instant dischargedAt) {

  public boolean isActive() {
    return dischargedAt == null;
  }

  public LocalDate dayOf(Instant at) {
    return at.atZone(zone).toLocalDate();
  }

  @Override
  public String toString() {
    return "Episode " + id;
  }
}
