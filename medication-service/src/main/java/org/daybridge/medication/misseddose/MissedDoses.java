package org.daybridge.medication.misseddose;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.daybridge.contract.intake.PatientId;
import org.daybridge.medication.adherence.AdherenceReport;
import org.jspecify.annotations.Nullable;

/** What the patterns need of the people whom the caller may see, and what was told of them. */
public interface MissedDoses {
  /** The reports that cover a day of the window, in the order of their days. */
  List<AdherenceReport> reports(PatientId patient, LocalDate from, LocalDate to);

  /** What decides whether a day of an order counts. */
  record Regimen(
      UUID orderId, String drug, int labels, boolean asNeeded, @Nullable LocalDate heldSince) {}

  /** Of these orders, by their id; one that the caller may not see is missing. */
  Map<UUID, Regimen> regimens(Set<UUID> orders, ZoneId zone);

  /** Keeps that it is told now; false when a pattern of these days was told before. */
  boolean tell(
      UUID id,
      PatientId patient,
      int labels,
      @Nullable UUID order,
      MissedDosePattern pattern,
      Instant at);
}
