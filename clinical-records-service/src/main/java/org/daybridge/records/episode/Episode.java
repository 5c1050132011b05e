package org.daybridge.records.episode;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.daybridge.contract.intake.EpisodeId;
import org.daybridge.contract.intake.PatientId;
import org.daybridge.contract.scheduling.StaffId;

/** One stay in the program, with the labels that everything written in it carries. */
public record Episode(
    EpisodeId id,
    PatientId patient,
    int labels,
    String trackCode,
    String population,
    String levelOfCare,
    ZoneId zone,
    Instant admittedAt,
    LocalDate admittedOn,
    StaffId primaryClinician,
    Optional<Instant> dischargedAt) {

  public boolean open() {
    return dischargedAt.isEmpty();
  }

  /** Today where the patient is treated. */
  public LocalDate day(Instant at) {
    return at.atZone(zone).toLocalDate();
  }

  public Episode dischargedAt(Instant at) {
    return new Episode(
        id,
        patient,
        labels,
        trackCode,
        population,
        levelOfCare,
        zone,
        admittedAt,
        admittedOn,
        primaryClinician,
        Optional.of(at));
  }
}
