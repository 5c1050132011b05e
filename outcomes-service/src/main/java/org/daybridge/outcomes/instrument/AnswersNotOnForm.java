package org.daybridge.outcomes.instrument;

import java.util.List;

/** An answer that its own form does not have: bad input, told item by item. */
public final class AnswersNotOnForm extends RuntimeException {
  private final transient List<Violation> violations;

  public record Violation(String field, String message) {}

  public AnswersNotOnForm(String instrument, List<Violation> violations) {
    super(violations.size() + " answers are not on the form of " + instrument);
    this.violations = List.copyOf(violations);
  }

  public List<Violation> violations() {
    return violations;
  }
}
