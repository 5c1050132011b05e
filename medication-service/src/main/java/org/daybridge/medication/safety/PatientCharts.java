package org.daybridge.medication.safety;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.daybridge.contract.medication.OrderId;
import org.daybridge.medication.patient.FollowedPatient;
import org.jspecify.annotations.Nullable;

/** What is known of a person here, as the question for a safety check. */
public interface PatientCharts {

  /**
   * The check of the person's list with what is proposed; {@code without} is an order that the
   * proposal would supersede and that therefore does not count.
   */
  SafetyCheck of(
      FollowedPatient patient,
      LocalDate asOf,
      Instant now,
      List<MedicationEntry> proposed,
      @Nullable OrderId without);
}
