package org.daybridge.medication.monitoring;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One test that a person's treatment asks for, with the day on which it is due. */
public record DueTest(
    String drug,
    String ruleId,
    String test,
    List<String> loincs,
    @Nullable LocalDate lastOn,
    @Nullable LocalDate dueOn,
    State state,
    String evidenceStatus) {

  /** Whether it waits. */
  public enum State {
    DONE,
    DUE,
    OVERDUE
  }
}
