package org.daybridge.medication.appointment;

import java.util.List;
import org.daybridge.contract.intake.PatientId;

/** What was asked for; only added to. */
public interface AppointmentRequests {
  void add(AppointmentRequest request, int labels);

  List<AppointmentRequest> of(PatientId patient);
}
