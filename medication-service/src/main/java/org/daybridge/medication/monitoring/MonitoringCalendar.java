package org.daybridge.medication.monitoring;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.daybridge.contract.intake.PatientId;
import org.daybridge.medication.safety.DueItem;
import org.jspecify.annotations.Nullable;

/** The tests that treatments ask for, by the day on which they are due. */
public interface MonitoringCalendar {

  /** One test of a person on the calendar. */
  record Entry(
      UUID patientId, String drug, String ruleId, String test, LocalDate dueOn, boolean overdue) {}

  /** What of an item is new to others. */
  record News(boolean due, boolean overdue) {}

  /** Begins a look: what is not kept again is no longer wanted. */
  void begin(PatientId patient);

  /** Keeps the item and tells what nobody was told yet; asked twice it is told once. */
  News keep(PatientId patient, int labels, DueItem item, LocalDate today);

  /** Of the people whom the caller treats, the first due first. */
  List<Entry> between(@Nullable LocalDate from, LocalDate to, LocalDate today);
}
