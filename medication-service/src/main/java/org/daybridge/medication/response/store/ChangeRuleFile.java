package org.daybridge.medication.response.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.daybridge.medication.knowledge.store.CsvTable;
import org.daybridge.medication.response.ChangeRule;
import org.daybridge.medication.response.ChangeRules;

/** The rules of {@code response/change-rules.csv}; the newest line that is valid holds. */
@ApplicationScoped
class ChangeRuleFile implements ChangeRules {
  private static final List<ChangeRule> RULES =
      CsvTable.read("/response/change-rules.csv")
          .map(
              row ->
                  new ChangeRule(
                      row.text("instrument"),
                      row.text("better").equals("lower"),
                      row.text("reliable").isEmpty() ? null : new BigDecimal(row.text("reliable")),
                      LocalDate.parse(row.text("valid_from")),
                      row.text("source")));

  @Override
  public Optional<ChangeRule> of(String instrument, LocalDate day) {
    return RULES.stream()
        .filter(rule -> rule.instrument().equalsIgnoreCase(instrument))
        .filter(rule -> !rule.validFrom().isAfter(day))
        .max(Comparator.comparing(ChangeRule::validFrom));
  }
}
