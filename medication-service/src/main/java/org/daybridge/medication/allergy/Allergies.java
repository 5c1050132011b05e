package org.daybridge.medication.allergy;

import java.util.List;
import java.util.UUID;
import org.daybridge.contract.intake.PatientId;
import org.daybridge.medication.allergy.Allergy.Status;

/** The allergies of the people whom the caller may see. */
public interface Allergies {

  Allergy require(UUID id);

  List<Allergy> of(PatientId patient);

  /** Adds it; one that a referral reported is taken once. */
  void add(Allergy allergy);

  Allergy change(Allergy before, Status next);
}
