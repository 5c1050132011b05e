package org.daybridge.scheduling.appointmentrequest;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.daybridge.contract.intake.PatientId;
import org.jspecify.annotations.Nullable;

/** The wishes that the caller can see. */
public interface AppointmentRequests {
  /** Takes a wish in; one that is known stays as it is. */
  void add(AppointmentRequest request);

  /** Held for a change until the transaction ends. */
  AppointmentRequest require(UUID id);

  void settle(AppointmentRequest request);

  /** Open wishes of a patient who was discharged. */
  void discharge(PatientId patient, Instant at);

  /** Those not settled, the day until which they are wanted first. */
  List<AppointmentRequest> open(int rows, @Nullable String after);
}
