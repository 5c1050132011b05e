package org.daybridge.kit.test;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A guard that can't fail guards nothing. */
class ArchitectureRulesTest {
  private static final String VIOLATING = "org.daybridge.kit.violating";

  @Test
  void eachRuleBitesOnWhatBreaksIt() {
    JavaClasses classes = new ClassFileImporter().importPackages(VIOLATING);
    List<String> broken =
        ArchitectureRules.of(VIOLATING).stream()
            .map(rule -> rule.evaluate(classes))
            .filter(result -> result.hasViolation())
            .map(result -> result.getFailureReport().toString())
            .toList();
    assertThat(broken)
        .anyMatch(one -> one.contains("use only plain Java"))
        .anyMatch(one -> one.contains("..rest..") && one.contains("..store.."))
        .anyMatch(one -> one.contains("state exactly one permission"))
        .anyMatch(one -> one.contains("be a unit of work"))
        .anyMatch(one -> one.contains("have a name of the clinic"))
        .hasSize(5);
  }

  @Test
  void theKitsOwnSourcesKeepTheRulesOfSources() {
    assertThat(SourceRules.findings(Path.of("src/main"))).isEmpty();
  }

  @Test
  void anUnlistedSlugAndAnEndlessFileAreFound() {
    String unlisted = "throw RuleRefused.rule(\n    \"no-such-slug\", \"because\");";
    assertThat(SourceRules.findings("A.java", unlisted)).hasSize(1);
    assertThat(SourceRules.findings("A.java", "\n".repeat(401))).hasSize(1);
    assertThat(SourceRules.findings("A.java", "Decision.refused(\"idempotency-key-reused\", x)"))
        .isEmpty();
  }
}
