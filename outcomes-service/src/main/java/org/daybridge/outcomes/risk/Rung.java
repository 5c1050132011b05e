package org.daybridge.outcomes.risk;

import java.time.Instant;
import org.daybridge.contract.outcomes.RiskCaseId;

/** An alarm rang, the first time or again; observed in its transaction. */
public record Rung(RiskCaseId riskCase, Instant at) {}
