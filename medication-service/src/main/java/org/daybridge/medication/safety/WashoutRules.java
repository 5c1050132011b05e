package org.daybridge.medication.safety;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.daybridge.medication.knowledge.AlertType;
import org.daybridge.medication.knowledge.Severity;
import org.daybridge.medication.knowledge.Washout;

/** Some drugs must be gone before others begin, as an MAO inhibitor before an antidepressant. */
final class WashoutRules implements RuleCatalogue {

  @Override
  public void check(Situation situation, Findings findings) {
    for (var stopped : situation.past()) {
      for (var rule : situation.knowledge().tables().washouts()) {
        if (rule.stopped().matches(stopped.drug())) {
          situation
              .taking(rule.started())
              .forEach(t -> tooSoon(rule, stopped, t, situation, findings));
        }
      }
    }
  }

  /**
   * Fewer days than the rule asks for lie between the last dose of one and the first of the other.
   */
  private void tooSoon(
      Washout rule, Taken stopped, Taken started, Situation situation, Findings findings) {
    var end = stopped.entry().end();
    if (end == null || started.drug().equals(stopped.drug())) {
      return;
    }
    long days = ChronoUnit.DAYS.between(end, beginning(started, situation.asOf()));
    if (days >= rule.cautiousDays()) {
      return;
    }
    var severity = days < rule.days() ? rule.severity() : Severity.MODERATE;
    long wait = (days < rule.days() ? rule.days() : rule.cautiousDays()) - days;
    findings.alert(
        AlertType.WASHOUT,
        severity,
        List.of(stopped.drug(), started.drug()),
        rule.id(),
        "%s ended %d days before %s: %s."
            .formatted(stopped.drug().label(), days, started.drug().label(), rule.because()),
        "Wait %d more days.".formatted(wait),
        rule.evidence());
  }

  private static LocalDate beginning(Taken started, LocalDate asOf) {
    var start = started.entry().start();
    return start != null && start.isAfter(asOf) ? start : asOf;
  }
}
