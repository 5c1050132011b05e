package org.daybridge.medication.patient;

import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.daybridge.contract.intake.EpisodeId;
import org.daybridge.contract.intake.PatientId;
import org.jspecify.annotations.Nullable;

/** A person as intake told of them; with an episode while in treatment. */
public record FollowedPatient(
    PatientId id,
    int labels,
    @Nullable LocalDate birthDate,
    @Nullable String sexCode,
    @Nullable EpisodeId episode,
    @Nullable String siteZone) {

  public @Nullable Integer ageOn(LocalDate day) {
    return birthDate == null ? null : Period.between(birthDate, day).getYears();
  }

  /** The zone in which "today" is meant for this person. */
  public ZoneId zone() {
    return siteZone == null ? ZoneOffset.UTC : ZoneId.of(siteZone);
  }

  public boolean isInTreatment() {
    return episode != null;
  }

  /** FHIR and most senders write words, some one letter. */
  public @Nullable String sex() {
    if (sexCode == null) {
      return null;
    }
    return switch (sexCode.toLowerCase(java.util.Locale.ROOT)) {
      case "female", "f", "248152002" -> "female";
      case "male", "m", "248153007" -> "male";
      default -> null;
    };
  }

  @Override
  public String toString() {
    return "FollowedPatient[" + id + "]";
  }
}
