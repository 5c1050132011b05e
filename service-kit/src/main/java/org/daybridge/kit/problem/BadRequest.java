package org.daybridge.kit.problem;

import java.util.List;

/** A request that can't be read as meant: 400 with the field that is wrong. */
public class BadRequest extends RuntimeException {
  private final String slug;
  private final List<Problem.Violation> violations;

  public BadRequest(String slug, String message, List<Problem.Violation> violations) {
    super(message);
    this.slug = slug;
    this.violations = List.copyOf(violations);
  }

  /** One field of the body or one parameter is wrong. */
  public static BadRequest field(String field, String message) {
    return new BadRequest(
        "bad-fields", "One field is wrong.", List.of(new Problem.Violation(field, message)));
  }

  public String slug() {
    return slug;
  }

  public List<Problem.Violation> violations() {
    return violations;
  }
}
