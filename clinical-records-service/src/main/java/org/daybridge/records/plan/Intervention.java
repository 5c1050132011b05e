package org.daybridge.records.plan;

import java.util.Map;
import org.daybridge.contract.scheduling.StaffId;

/** What is done, how often, how long, by whom, and on what evidence (42 CFR 410.44, CMS-6). */
public record Intervention(
    Modality modality,
    String description,
    int timesPerWeek,
    int minutes,
    int weeks,
    StaffId responsible,
    String evidenceBase) {

  public int minutesPerWeek() {
    return timesPerWeek * minutes;
  }

  boolean hasDose() {
    return timesPerWeek > 0 && minutes > 0 && weeks > 0;
  }

  Map<String, ?> canonical() {
    return Map.of(
        "modality", modality,
        "description", description,
        "timesPerWeek", timesPerWeek,
        "minutes", minutes,
        "weeks", weeks,
        "responsible", responsible.value(),
        "evidenceBase", evidenceBase);
  }
}
