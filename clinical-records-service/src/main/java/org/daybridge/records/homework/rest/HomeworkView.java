package org.daybridge.records.homework.rest;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.daybridge.records.homework.Homework;
import org.daybridge.records.homework.Homework.State;
import org.daybridge.records.homework.Skill;
import org.daybridge.records.plan.GoalId;
import org.jspecify.annotations.Nullable;

/** One assignment with what the patient handed in and what came back. */
record HomeworkView(
    UUID id,
    UUID patientId,
    @Nullable UUID goalId,
    @Nullable Skill skill,
    String title,
    String instructions,
    UUID assignedById,
    LocalDate dueOn,
    String status,
    @Nullable String submission,
    @Nullable Instant submittedAt,
    @Nullable String feedback,
    @Nullable Instant reviewedAt) {

  static HomeworkView of(Homework homework) {
    return switch (homework.state()) {
      case State.Assigned _ -> view(homework, "ASSIGNED", null, null);
      case State.Submitted submitted -> view(homework, "SUBMITTED", submitted, null);
      case State.Reviewed reviewed -> view(homework, "REVIEWED", reviewed.submitted(), reviewed);
    };
  }

  private static HomeworkView view(
      Homework homework,
      String status,
      State.@Nullable Submitted submitted,
      State.@Nullable Reviewed reviewed) {
    return new HomeworkView(
        homework.id().value(),
        homework.patient().value(),
        homework.goal().map(GoalId::value).orElse(null),
        homework.skill().orElse(null),
        homework.title(),
        homework.instructions(),
        homework.assignedBy().value(),
        homework.dueOn(),
        status,
        submitted == null ? null : submitted.text(),
        submitted == null ? null : submitted.at(),
        reviewed == null ? null : reviewed.feedback(),
        reviewed == null ? null : reviewed.at());
  }

  @Override
  public String toString() {
    return "HomeworkView[" + id + ", " + status + "]";
  }
}
