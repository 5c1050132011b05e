package org.daybridge.records.safetyplan;

import java.time.Instant;
import java.util.UUID;
import org.daybridge.contract.intake.PatientId;

/** High-risk alerts that ask for a look at the safety plan. */
public interface RiskSignals {

  void raised(UUID riskCase, PatientId patient, int labels, String level, Instant at);
}
