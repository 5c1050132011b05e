package org.daybridge.records.plan;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.daybridge.records.signing.CanonicalForm;

/** A step on the way to a goal, with a day and what is done for it. */
public record Objective(String text, LocalDate dueOn, List<Intervention> interventions) {

  public Objective {
    interventions = List.copyOf(interventions);
  }

  Map<String, ?> canonical() {
    return Map.of(
        "text",
        text,
        "dueOn",
        dueOn,
        "interventions",
        CanonicalForm.each(interventions, Intervention::canonical));
  }

  @Override
  public String toString() {
    return "Objective[dueOn=" + dueOn + ", interventions=" + interventions.size() + "]";
  }
}
