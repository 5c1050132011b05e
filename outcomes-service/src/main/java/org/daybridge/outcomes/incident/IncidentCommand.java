package org.daybridge.outcomes.incident;

import java.time.Instant;
import java.util.UUID;
import org.daybridge.outcomes.incident.Incident.Authority;
import org.daybridge.outcomes.incident.Incident.Outcome;
import org.jspecify.annotations.Nullable;

/** What is done about an incident. */
public sealed interface IncidentCommand {
  /** Something was done. */
  record Note(String what, UUID by, Instant at) implements IncidentCommand {}

  /** Somebody outside was told. */
  record Tell(Authority authority, Instant toldAt, @Nullable String reference, UUID by, Instant at)
      implements IncidentCommand {}

  /** The end: what was found, and what keeps it from happening again. */
  record Review(Outcome outcome, String findings, @Nullable String prevention, UUID by, Instant at)
      implements IncidentCommand {}
}
