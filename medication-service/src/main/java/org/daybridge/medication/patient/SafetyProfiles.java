package org.daybridge.medication.patient;

import java.util.Optional;
import org.daybridge.contract.intake.PatientId;

/** One profile a person; the latest word counts, the audit keeps who said what. */
public interface SafetyProfiles {
  Optional<SafetyProfile> find(PatientId patient);

  /** Writes the profile over the one of the version before it, or as the first. */
  SafetyProfile save(SafetyProfile profile, int labels);
}
