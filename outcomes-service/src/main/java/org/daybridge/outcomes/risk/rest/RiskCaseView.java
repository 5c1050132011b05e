package org.daybridge.outcomes.risk.rest;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.daybridge.outcomes.risk.RiskCase;
import org.daybridge.outcomes.risk.RiskCase.State;
import org.daybridge.outcomes.risk.RiskTrail;
import org.jspecify.annotations.Nullable;

/** A risk case as the clinic sees it; {@code state} ALARMED, ACKNOWLEDGED or CLOSED. */
public record RiskCaseView(
    UUID id,
    UUID patientId,
    @Nullable UUID episodeId,
    String level,
    String state,
    Instant openedAt,
    @Nullable Instant dueAt,
    @Nullable Integer escalations,
    @Nullable List<UUID> addressees,
    @Nullable UUID acknowledgedBy,
    @Nullable Instant acknowledgedAt,
    @Nullable String disposition,
    @Nullable String note,
    @Nullable UUID closedBy,
    @Nullable Instant closedAt,
    List<AnswerView> answers,
    List<StepView> steps,
    long version) {

  /** Given in a measure or in a check-in. */
  public record AnswerView(
      @Nullable UUID measureId,
      @Nullable UUID checkInId,
      String instrument,
      String item,
      String code,
      String level,
      Instant answeredAt,
      boolean reviewed) {}

  public record StepView(String kind, Instant at, @Nullable UUID by, List<UUID> addressees) {}

  static RiskCaseView of(RiskCase riskCase, List<RiskTrail.Step> steps) {
    State state = riskCase.state();
    State.Alarmed alarmed = state instanceof State.Alarmed one ? one : null;
    State.Acknowledged taken = state instanceof State.Acknowledged one ? one : null;
    State.Closed closed = state instanceof State.Closed one ? one : null;
    return new RiskCaseView(
        riskCase.id().value(),
        riskCase.patient().value(),
        riskCase.episode() == null ? null : riskCase.episode().value(),
        riskCase.level().name(),
        alarmed != null ? "ALARMED" : taken != null ? "ACKNOWLEDGED" : "CLOSED",
        riskCase.openedAt(),
        alarmed != null ? alarmed.acknowledgeBy() : taken != null ? taken.disposeBy() : null,
        alarmed == null ? null : Integer.valueOf(alarmed.step()),
        alarmed == null ? null : alarmed.addressees(),
        taken == null ? null : taken.by(),
        taken == null ? null : taken.at(),
        closed == null ? null : closed.disposition().name(),
        closed == null ? null : closed.note(),
        closed == null ? null : closed.by(),
        closed == null ? null : closed.at(),
        riskCase.answers().stream()
            .map(
                one ->
                    new AnswerView(
                        one.fromCheckIn() ? null : one.measure().value(),
                        one.fromCheckIn() ? one.measure().value() : null,
                        one.instrument(),
                        one.item(),
                        one.code(),
                        one.level().name(),
                        one.answeredAt(),
                        one.reviewed()))
            .toList(),
        steps.stream()
            .map(step -> new StepView(step.kind().name(), step.at(), step.by(), step.addressees()))
            .toList(),
        riskCase.version());
  }
}
