package org.daybridge.medication.prescriber;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/**
 * What a member of the staff may prescribe, by the licenses that the staff register holds. Nobody
 * grants it here, least of all to themselves: controlled substances need a DEA registration in
 * force (21 CFR 1306.03).
 */
public record Authority(UUID staffId, boolean active, List<License> licenses) {

  /** One license with its last day. */
  public record License(String type, String state, LocalDate expiresOn) {}

  public boolean coversControlled(LocalDate day) {
    return active
        && licenses.stream()
            .anyMatch(
                license ->
                    license.type().toUpperCase(Locale.ROOT).contains("DEA")
                        && !license.expiresOn().isBefore(day));
  }
}
