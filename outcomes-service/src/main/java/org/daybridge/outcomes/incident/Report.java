package org.daybridge.outcomes.incident;

import java.time.Instant;
import org.daybridge.outcomes.incident.Incident.Kind;
import org.daybridge.outcomes.incident.Incident.Severity;

/** What somebody reports: what kind of thing, how bad, when, and the account of it. */
public record Report(
    Kind kind, Severity severity, Instant occurredAt, Instant learntAt, Account account) {
  @Override
  public String toString() {
    return "Report of " + kind;
  }
}
