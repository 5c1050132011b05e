package org.daybridge.records.note;

import java.time.Instant;
import java.util.Optional;
import org.daybridge.contract.intake.EpisodeId;
import org.daybridge.contract.intake.PatientId;
import org.daybridge.contract.scheduling.SessionId;

/** What a note is held against: attendance, and the plan that guided care at the time. */
public interface CareFacts {

  Optional<SigningFacts.Attendance> attendance(PatientId patient, SessionId session);

  PlanStanding standing(EpisodeId episode, Instant at);
}
