package org.daybridge.medication.order.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.daybridge.medication.order.OverrideReport;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class JdbiOverrideReport implements OverrideReport {
  private final Jdbi jdbi;

  JdbiOverrideReport(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  private record Count(
      String rule, String severity, @Nullable String reason, boolean carried, int shown) {}

  @Override
  public List<OfRule> between(LocalDate from, LocalDate to) {
    Map<String, List<Count>> byRule = new LinkedHashMap<>();
    for (var count : counts(from, to)) {
      byRule
          .computeIfAbsent(count.rule() + " " + count.severity(), _ -> new java.util.ArrayList<>())
          .add(count);
    }
    return byRule.values().stream()
        .map(JdbiOverrideReport::ofRule)
        .sorted(Comparator.comparingInt(OfRule::shown).reversed().thenComparing(OfRule::ruleId))
        .toList();
  }

  private List<Count> counts(LocalDate from, LocalDate to) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "select rule_id, severity, override_reason, carried, count(*) as shown"
                        + " from order_alert where shown_at >= :from and shown_at < :to"
                        + " group by rule_id, severity, override_reason, carried"
                        + " order by rule_id, severity limit 5000")
                .bind("from", from.atStartOfDay(java.time.ZoneOffset.UTC).toInstant())
                .bind("to", to.plusDays(1).atStartOfDay(java.time.ZoneOffset.UTC).toInstant())
                .map(
                    (row, _) ->
                        new Count(
                            row.getString("rule_id"),
                            row.getString("severity"),
                            row.getString("override_reason"),
                            row.getBoolean("carried"),
                            row.getInt("shown")))
                .list());
  }

  private static OfRule ofRule(List<Count> counts) {
    int shown = counts.stream().mapToInt(Count::shown).sum();
    int overridden =
        counts.stream().filter(count -> count.reason() != null).mapToInt(Count::shown).sum();
    int carried = counts.stream().filter(Count::carried).mapToInt(Count::shown).sum();
    Map<String, Integer> reasons = new TreeMap<>();
    for (var count : counts) {
      if (count.reason() != null) {
        reasons.merge(count.reason(), count.shown(), Integer::sum);
      }
    }
    var first = counts.getFirst();
    return new OfRule(
        first.rule(),
        first.severity(),
        shown,
        overridden,
        carried,
        (double) overridden / shown,
        reasons);
  }
}
