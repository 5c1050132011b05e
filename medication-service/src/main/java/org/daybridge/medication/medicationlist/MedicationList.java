package org.daybridge.medication.medicationlist;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.daybridge.contract.intake.PatientId;
import org.daybridge.medication.medicationlist.ListedMedication.Status;

/** The lists of the people whom the caller may see. */
public interface MedicationList {

  ListedMedication require(UUID id);

  List<ListedMedication> of(PatientId patient);

  /** Adds it; one that a referral reported is taken once, which the answer tells. */
  boolean add(ListedMedication medication);

  ListedMedication end(ListedMedication before, Status status, LocalDate on);
}
