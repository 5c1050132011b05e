package org.daybridge.intake.careteam;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.daybridge.contract.intake.GrantKind;
import org.daybridge.contract.intake.PatientId;
import org.daybridge.kit.identity.AccessGrants.Grant;

/** The grants that intake gave. */
public interface GivenGrants {
  /** Those of this kind for the patient without an end. */
  List<Grant> open(PatientId patient, GrantKind kind);

  Optional<Grant> find(UUID grantId);
}
