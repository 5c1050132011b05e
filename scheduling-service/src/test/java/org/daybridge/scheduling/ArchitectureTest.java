package org.daybridge.scheduling;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.stream.Stream;
import org.daybridge.kit.test.ArchitectureRules;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The borders of this service. Jdbi is allowed in a root for the hand-over to the kit's RowAccess.
 */
class ArchitectureTest {
  private static final String SERVICE = "org.daybridge.scheduling";
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages(SERVICE);

  static Stream<ArchRule> rules() {
    return ArchitectureRules.of(SERVICE, "org.jdbi.v3.core.Jdbi").stream();
  }

  @ParameterizedTest
  @MethodSource("rules")
  void holds(ArchRule rule) {
    rule.check(CLASSES);
  }
}
