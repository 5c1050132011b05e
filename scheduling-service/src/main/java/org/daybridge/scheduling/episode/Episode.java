package org.daybridge.scheduling.episode;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.daybridge.contract.intake.EpisodeId;
import org.daybridge.contract.intake.LevelOfCare;
import org.daybridge.contract.intake.PatientId;
import org.daybridge.contract.scheduling.SiteId;
import org.daybridge.contract.scheduling.StaffId;

/** A patient's time in the program, from admission to discharge, with what planning must know. */
public record Episode(
    EpisodeId id,
    PatientId patient,
    int labels,
    String track,
    LevelOfCare level,
    SiteId site,
    ZoneId zone,
    LocalDate birthDate,
    StaffId primaryClinician,
    Instant admittedAt,
    Optional<Instant> dischargedAt) {

  public boolean minorOn(LocalDate day, int adultFrom) {
    return birthDate.plusYears(adultFrom).isAfter(day);
  }

  public boolean holds(Instant from, Instant to) {
    return to.isAfter(admittedAt) && dischargedAt.map(from::isBefore).orElse(true);
  }

  public Episode dischargedAt(Instant at) {
    return new Episode(
        id,
        patient,
        labels,
        track,
        level,
        site,
        zone,
        birthDate,
        primaryClinician,
        admittedAt,
        Optional.of(at));
  }

  public Episode steppedTo(LevelOfCare next) {
    return new Episode(
        id,
        patient,
        labels,
        track,
        next,
        site,
        zone,
        birthDate,
        primaryClinician,
        admittedAt,
        dischargedAt);
  }
}
