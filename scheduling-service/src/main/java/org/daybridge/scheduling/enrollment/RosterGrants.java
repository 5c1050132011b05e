package org.daybridge.scheduling.enrollment;

import java.time.Instant;
import java.util.UUID;
import org.daybridge.contract.intake.PatientId;
import org.daybridge.contract.scheduling.StaffId;

/** This service's own copy of the grants that its rosters give. */
public interface RosterGrants {
  /** Enters the grant; false when it was there. */
  boolean grant(UUID grant, StaffId staff, PatientId patient, int labels, Instant from, Instant to);

  /** Ends the grant; false when none was in force. */
  boolean revoke(UUID grant, Instant at);
}
