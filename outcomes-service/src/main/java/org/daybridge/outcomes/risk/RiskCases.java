package org.daybridge.outcomes.risk;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.daybridge.contract.intake.PatientId;
import org.daybridge.contract.outcomes.RiskCaseId;
import org.jspecify.annotations.Nullable;

/** The risk cases. At most one of a patient is open. */
public interface RiskCases {
  /** Locked until the transaction ends, so that two submissions thread one after the other. */
  Optional<RiskCase> openOf(PatientId patient);

  RiskCase require(RiskCaseId id);

  /** Keeps it and gives it back with its new version. */
  RiskCase save(RiskCase riskCase);

  /** Newest first; every open one, or every one of a patient. */
  List<RiskCase> page(
      @Nullable PatientId patient, boolean openOnly, int rows, @Nullable UUID before);
}
