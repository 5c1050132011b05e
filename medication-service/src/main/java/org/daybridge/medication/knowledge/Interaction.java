package org.daybridge.medication.knowledge;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Two drugs, or a drug and a circumstance of the person, that do not go together. */
public record Interaction(
    String id,
    Side a,
    Side b,
    Severity severity,
    String because,
    String advice,
    Evidence evidence,
    Stronger stronger,
    List<String> example) {

  /** One side: drugs, or a circumstance ({@code factor}); a route narrows the drugs. */
  public record Side(Selector drugs, @Nullable String factor, @Nullable String route) {

    public boolean asksForRoute() {
      return route != null;
    }
  }

  /** For some partners the same cause is worse. */
  public record Stronger(Set<String> drugs, Severity severity) {}

  public Severity severityFor(String first, String second) {
    return stronger.drugs().contains(first) || stronger.drugs().contains(second)
        ? stronger.severity()
        : severity;
  }
}
