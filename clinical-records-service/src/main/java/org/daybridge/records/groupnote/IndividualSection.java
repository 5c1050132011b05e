package org.daybridge.records.groupnote;

import java.util.List;
import org.daybridge.contract.intake.PatientId;
import org.daybridge.records.plan.GoalId;

/**
 * What the group meant for one patient: how they took part and responded, as codes, and what is
 * theirs alone, as text.
 */
public record IndividualSection(
    PatientId patient,
    Participation participation,
    Response response,
    String text,
    List<GoalId> goals) {

  public enum Participation {
    ACTIVE,
    ENGAGED_WITH_PROMPTS,
    LISTENED,
    WITHDRAWN,
    LEFT_EARLY
  }

  public enum Response {
    PROGRESS,
    MAINTAINED,
    STRUGGLED,
    REGRESSED
  }

  public IndividualSection {
    goals = List.copyOf(goals);
  }

  /** Ids and sizes only. */
  @Override
  public String toString() {
    return "IndividualSection[" + patient + ", " + text.length() + " characters]";
  }
}
