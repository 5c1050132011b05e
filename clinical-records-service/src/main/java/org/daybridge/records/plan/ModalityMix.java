package org.daybridge.records.plan;

import java.util.Map;

/** Least and most minutes a week of one modality, and whether the patient likes or dreads it. */
public record ModalityMix(
    Modality modality, int leastMinutes, int mostMinutes, Preference preference) {

  public enum Preference {
    WANTED,
    ACCEPTED,
    RELUCTANT
  }

  boolean holds(int minutes) {
    return minutes >= leastMinutes && minutes <= mostMinutes;
  }

  Map<String, ?> canonical() {
    return Map.of(
        "modality", modality,
        "leastMinutes", leastMinutes,
        "mostMinutes", mostMinutes,
        "preference", preference);
  }
}
