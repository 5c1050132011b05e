package org.daybridge.outcomes.checkin;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.daybridge.contract.intake.EpisodeId;
import org.daybridge.contract.intake.PatientId;
import org.jspecify.annotations.Nullable;

/** The check-ins; they are only added. */
public interface CheckIns {
  /** All revisions of a day, oldest first. Nobody else adds to it until the transaction ends. */
  List<CheckIn> ofDay(EpisodeId episode, LocalDate day);

  void add(CheckIn checkIn);

  /** Newest first. */
  List<CheckIn> of(PatientId patient, int rows, @Nullable UUID before);

  /** The newest revision of the day of each of these patients; null: today where the patient is. */
  List<CheckIn> newestOf(Set<UUID> patients, @Nullable LocalDate day, Instant now);
}
