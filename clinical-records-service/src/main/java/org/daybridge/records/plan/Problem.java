package org.daybridge.records.plan;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.daybridge.records.signing.CanonicalForm;

/** One problem of the assessment, with its diagnosis code where there is one, and its goals. */
public record Problem(String statement, Optional<String> icd10, List<Goal> goals) {

  public Problem {
    goals = List.copyOf(goals);
  }

  Map<String, ?> canonical() {
    return Map.of(
        "statement",
        statement,
        "icd10",
        icd10,
        "goals",
        CanonicalForm.each(goals, Goal::canonical));
  }

  @Override
  public String toString() {
    return "Problem[goals=" + goals + "]";
  }
}
