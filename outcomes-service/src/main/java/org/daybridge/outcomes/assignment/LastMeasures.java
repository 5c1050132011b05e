package org.daybridge.outcomes.assignment;

import java.time.LocalDate;
import java.util.Optional;
import org.daybridge.contract.intake.PatientId;

/** When an instrument was answered last. */
public interface LastMeasures {
  Optional<LocalDate> answeredOn(PatientId patient, String instrument);
}
