package org.daybridge.records.note;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.daybridge.contract.intake.EpisodeId;
import org.daybridge.contract.intake.PatientId;
import org.daybridge.contract.records.NoteId;
import org.daybridge.contract.scheduling.SessionId;

/** What a note is held against: attendance, and the plan that guided care at the time. */
public interface CareFacts {

  Optional<SigningFacts.Attendance> attendance(PatientId patient, SessionId session);

  PlanStanding standing(EpisodeId episode, Instant at);

  /** Hashes of the files that are attached to the note, in the order in which they were added. */
  List<String> attachments(NoteId note);
}
