package org.daybridge.scheduling.ledger;

import java.time.LocalDate;
import java.util.Optional;
import org.daybridge.contract.scheduling.SessionId;

/** Minutes that one step of the ledger has and the next has not, and the rule that says why. */
public record Difference(String rule, LocalDate day, Optional<SessionId> session, int minutes) {}
