package org.daybridge.scheduling.attendance;

import java.util.List;
import org.daybridge.contract.intake.PatientId;

/** What somebody says about one person's attendance. */
public record Statement(PatientId patient, List<AttendanceFact> facts) {
  public Statement {
    facts = List.copyOf(facts);
  }
}
