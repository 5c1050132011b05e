package org.daybridge.intake.careteam;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.daybridge.contract.intake.PatientId;
import org.daybridge.contract.scheduling.StaffId;

/** Who treats which patient, now. */
public interface CareTeams {

  /** One who treats the patient, in which role, since when, by which grant. */
  record Member(StaffId staffId, String role, UUID grantId, Instant since) {}

  List<Member> of(PatientId patient);

  void add(PatientId patient, Member member, int labels);

  /** Ends the membership at this time. */
  void end(PatientId patient, UUID grantId, Instant at);
}
