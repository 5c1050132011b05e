package org.daybridge.scheduling.weekplan;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.daybridge.contract.intake.PatientId;
import org.daybridge.contract.intake.ProgramId;
import org.daybridge.contract.intake.TrackId;

/** The clinic's calendar as plans of a week take it in. Every call belongs to a transaction. */
public interface ClinicCalendar {
  /** Keeps which program a track belongs to. */
  void track(TrackId track, ProgramId program, String code, boolean active);

  /** The codes of the tracks that are open in the program. */
  Set<String> tracks(ProgramId program);

  /** What is planned to begin within the time, with those who have a seat; by id. */
  List<ClinicSnapshot.Held> planned(Instant from, Instant to);

  /** These sessions where they are planned still, held for a change until the transaction ends. */
  List<ClinicSnapshot.Held> held(Collection<UUID> sessions);

  /** Pairs of these people who must not meet. */
  List<WeekProblem.Pair> noContact(Set<PatientId> people);
}
