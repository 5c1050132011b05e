package org.daybridge.outcomes.incident.rest;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.daybridge.outcomes.incident.Incident.Duty;
import org.daybridge.outcomes.incident.Incident.State;
import org.daybridge.outcomes.incident.Incidents.Line;
import org.jspecify.annotations.Nullable;

/** An incident as the register shows it, without its account. */
public record IncidentView(
    UUID id,
    String kind,
    String severity,
    Instant occurredAt,
    Instant learntAt,
    UUID reportedBy,
    Instant reportedAt,
    List<DutyView> duties,
    @Nullable Instant reportDueAt,
    LocalDate reviewDueOn,
    String state,
    @Nullable String outcome,
    @Nullable UUID reviewedBy,
    @Nullable Instant reviewedAt,
    long version) {

  /** Who must be told until when, by which rule; {@code inTime} once they were. */
  public record DutyView(
      String authority,
      Instant dueAt,
      String rule,
      @Nullable Instant metAt,
      @Nullable Boolean inTime) {
    static DutyView of(Duty duty) {
      Instant met = duty.metAt();
      return new DutyView(
          duty.authority().name(),
          duty.dueAt(),
          duty.rule(),
          met,
          met == null ? null : Boolean.valueOf(!met.isAfter(duty.dueAt())));
    }
  }

  static IncidentView of(Line one) {
    State.Reviewed reviewed = one.state() instanceof State.Reviewed end ? end : null;
    return new IncidentView(
        one.id(),
        one.kind().name(),
        one.severity().name(),
        one.occurredAt(),
        one.learntAt(),
        one.reportedBy(),
        one.reportedAt(),
        one.duties().stream().map(DutyView::of).toList(),
        one.reportDueAt(),
        one.reviewDueOn(),
        reviewed == null ? "OPEN" : "REVIEWED",
        reviewed == null ? null : reviewed.outcome().name(),
        reviewed == null ? null : reviewed.by(),
        reviewed == null ? null : reviewed.at(),
        one.version());
  }
}
