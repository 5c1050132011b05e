package org.daybridge.kit.decision;

/**
 * A rule refused a command. It carries the rule's slug to the caller and holds no personal data.
 */
public class RuleRefused extends RuntimeException {
  private final String rule;
  private final Decision.Kind kind;

  public RuleRefused(String rule, String because, Decision.Kind kind) {
    super(because);
    this.rule = rule;
    this.kind = kind;
  }

  /** The request breaks a rule: 422. */
  public static RuleRefused rule(String rule, String because) {
    return new RuleRefused(rule, because, Decision.Kind.RULE);
  }

  /** The present state does not allow it: 409. */
  public static RuleRefused state(String rule, String because) {
    return new RuleRefused(rule, because, Decision.Kind.STATE);
  }

  public String rule() {
    return rule;
  }

  public Decision.Kind kind() {
    return kind;
  }
}
