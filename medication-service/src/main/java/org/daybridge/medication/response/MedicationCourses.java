package org.daybridge.medication.response;

import java.time.ZoneId;
import java.util.List;
import org.daybridge.contract.intake.PatientId;

/** The courses of the orders of the people whom the caller may see. */
public interface MedicationCourses {
  /** By their first day; an order that was never begun has none. */
  List<MedicationCourse> of(PatientId patient, ZoneId zone);
}
