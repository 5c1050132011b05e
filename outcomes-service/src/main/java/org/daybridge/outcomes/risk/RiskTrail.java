package org.daybridge.outcomes.risk;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The steps of a case, and the sight of the patient that an alarm brings. */
public interface RiskTrail {
  enum Kind {
    ALARMED,
    THREADED,
    ESCALATED,
    ACKNOWLEDGED,
    CLOSED
  }

  record Step(Kind kind, Instant at, @Nullable UUID by, List<UUID> addressees) {}

  void add(RiskCase riskCase, Step step);

  List<Step> of(RiskCase riskCase);

  /**
   * Grants each addressee sight until then, unless a longer one is there; tells whom it granted.
   */
  List<Granted> grant(RiskCase riskCase, List<UUID> addressees, Instant from, Instant to);

  record Granted(UUID grantId, UUID principal) {}
}
