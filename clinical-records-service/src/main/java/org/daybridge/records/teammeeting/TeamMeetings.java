package org.daybridge.records.teammeeting;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.daybridge.contract.intake.PatientId;
import org.daybridge.records.episode.Episode;
import org.daybridge.records.signing.Versioned;

/** The meetings of the house; of their agendas, the patients whom the caller can see. */
public interface TeamMeetings {

  /** What the record says about one patient now; prescribed minutes come from the plan. */
  AgendaItem.Standing standing(Episode episode, int prescribedMinutes, LocalDate today);

  /** Patients with an open episode on the caller's caseload, those at risk first. */
  List<PatientId> caseload(int limit);

  Versioned<TeamMeeting> add(TeamMeeting meeting, List<AgendaItem> items);

  Versioned<TeamMeeting> require(UUID id);

  /** The latest fifty. */
  List<TeamMeeting> latest();

  List<AgendaItem> items(UUID meeting);

  void decide(UUID meeting, AgendaItem item);

  Versioned<TeamMeeting> save(TeamMeeting meeting, int version);
}
