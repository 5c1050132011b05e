package org.daybridge.outcomes.incident;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.daybridge.outcomes.incident.Incident.Duty;
import org.daybridge.outcomes.incident.Incident.Kind;
import org.daybridge.outcomes.incident.Incident.Severity;
import org.daybridge.outcomes.incident.Incident.State;
import org.jspecify.annotations.Nullable;

/** The register. Nothing is taken out of it. */
public interface Incidents {
  /** With its account: opening it is written into the audit. */
  Incident require(UUID id);

  /** The same to change it: nobody else does until the transaction ends. */
  Incident hold(UUID id);

  /** Keeps it, new or changed, with its next version. */
  Incident save(Incident incident);

  /** Without accounts, newest first; overdue ones owe a report or a review whose time is over. */
  List<Line> page(boolean openOnly, @Nullable Instant overdueAt, int rows, @Nullable UUID before);

  /** What the register tells without its seal. */
  record Line(
      UUID id,
      Kind kind,
      Severity severity,
      Instant occurredAt,
      Instant learntAt,
      UUID reportedBy,
      Instant reportedAt,
      List<Duty> duties,
      @Nullable Instant reportDueAt,
      LocalDate reviewDueOn,
      State state,
      long version) {
    public Line {
      duties = List.copyOf(duties);
    }

    public static Line of(Incident one) {
      return new Line(
          one.id(),
          one.kind(),
          one.severity(),
          one.occurredAt(),
          one.learntAt(),
          one.reportedBy(),
          one.reportedAt(),
          one.duties(),
          one.reportDueAt().orElse(null),
          one.reviewDueOn(),
          one.state(),
          one.version());
    }
  }
}
