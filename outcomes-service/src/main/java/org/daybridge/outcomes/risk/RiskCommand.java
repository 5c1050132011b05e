package org.daybridge.outcomes.risk;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.daybridge.outcomes.risk.RiskCase.Disposition;
import org.jspecify.annotations.Nullable;

/** What happens to a risk case. */
public sealed interface RiskCommand {
  record Thread(List<RiskAnswer> answers, Instant at) implements RiskCommand {}

  record Acknowledge(UUID by, Instant at) implements RiskCommand {}

  /** The clock ran out; without effect when it did not. */
  record Escalate(Instant at) implements RiskCommand {}

  /** Nobody outside heard the alarm; without effect when somebody acknowledged it meanwhile. */
  record Unheard(Instant at) implements RiskCommand {}

  record Close(Disposition disposition, @Nullable String note, UUID by, Instant at)
      implements RiskCommand {}
}
