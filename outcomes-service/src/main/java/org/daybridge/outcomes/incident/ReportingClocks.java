package org.daybridge.outcomes.incident;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.daybridge.kit.rulepack.RulePack;
import org.daybridge.outcomes.incident.Incident.Authority;
import org.daybridge.outcomes.incident.Incident.Duty;
import org.daybridge.outcomes.incident.Incident.Kind;
import org.daybridge.outcomes.incident.Incident.Severity;

/**
 * Who must be told of an incident within how many hours, as the numbers say that hold on the day on
 * which it was learnt; 0 hours are no duty. Serious harm has to be told whatever the kind, and the
 * shorter of two clocks counts.
 */
public record ReportingClocks(RulePack rules) {

  List<Duty> duties(Kind kind, Severity severity, Instant learntAt) {
    List<Duty> duties = new ArrayList<>();
    String ofKind = "incident-state-hours-" + word(kind);
    int hours = rules.number(ofKind);
    String rule = ofKind;
    boolean serious = severity == Severity.SERIOUS_HARM || severity == Severity.DEATH;
    int ofHarm = serious ? rules.number("incident-state-hours-serious-harm") : 0;
    if (ofHarm > 0 && (hours == 0 || ofHarm < hours)) {
      hours = ofHarm;
      rule = "incident-state-hours-serious-harm";
    }
    if (hours > 0) duties.add(duty(Authority.STATE_AGENCY, learntAt, hours, rule));
    int people = kind == Kind.PRIVACY ? rules.number("incident-people-hours-privacy") : 0;
    if (people > 0) {
      duties.add(
          duty(Authority.PEOPLE_CONCERNED, learntAt, people, "incident-people-hours-privacy"));
    }
    return duties;
  }

  LocalDate reviewDue(Instant learntAt) {
    return LocalDate.ofInstant(learntAt, ZoneOffset.UTC)
        .plusDays(rules.number("incident-review-days"));
  }

  private Duty duty(Authority authority, Instant learntAt, int hours, String rule) {
    return new Duty(
        authority, learntAt.plus(Duration.ofHours(hours)), rules.version() + "/" + rule, null);
  }

  private static String word(Kind kind) {
    return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
