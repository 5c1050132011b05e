package org.daybridge.records.plan;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.daybridge.contract.scheduling.StaffId;
import org.daybridge.records.signing.ContentHash;
import org.daybridge.records.signing.Refusal;
import org.daybridge.records.signing.Signature;

/** What people ask of one treatment plan. */
public sealed interface PlanCommand {

  /** A changed text: every name under the earlier one falls away. */
  record Edit(StaffId by, PlanContent content, PlanLimits limits) implements PlanCommand {}

  record Sign(Signature signature, PlanLimits limits, LocalDate today) implements PlanCommand {}

  record RecordRefusal(Refusal refusal, ContentHash seen, PlanLimits limits, LocalDate today)
      implements PlanCommand {}

  /** Asks for activation outright, as after the rule pack dropped a signature. */
  record Activate(UUID by, Instant at, PlanLimits limits, LocalDate today) implements PlanCommand {}

  record Review(PlanReview review, PlanLimits limits, LocalDate today) implements PlanCommand {}

  /** The episode ended; the plan ends with it and is kept. */
  record Close(Instant at) implements PlanCommand {}
}
