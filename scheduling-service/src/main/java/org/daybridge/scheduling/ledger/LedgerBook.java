package org.daybridge.scheduling.ledger;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.daybridge.contract.intake.EpisodeId;
import org.daybridge.contract.intake.PatientId;
import org.daybridge.contract.scheduling.SessionId;

/** What the ledger is added up from. */
public interface LedgerBook {
  /** The patient's sessions that begin in this time, seats without attendance included. */
  List<LedgerLine> lines(PatientId patient, Instant from, Instant to);

  /** Minutes a week that the plan in force at this moment prescribes; 0 when there is none. */
  int prescribed(PatientId patient, Instant at);

  /** A note was signed for a session. */
  void documented(Note note);

  /** A note was taken back. */
  void retracted(UUID note, Instant at);

  /** A plan is in force. */
  void prescribe(Prescription prescription);

  /** Minutes that a signed note stands for. */
  record Note(
      UUID id, PatientId patient, int labels, SessionId session, int minutes, Instant signedAt) {}

  /** Minutes a week of a plan. */
  record Prescription(
      UUID plan,
      int version,
      PatientId patient,
      int labels,
      EpisodeId episode,
      int minutesPerWeek,
      Instant from) {}
}
