package org.daybridge.outcomes;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.stream.Stream;
import org.daybridge.kit.test.ArchitectureRules;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The borders of this service. Straight SQL of handlers and queries goes through Jdbi. */
class ArchitectureTest {
  private static final String SERVICE = "org.daybridge.outcomes";
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages(SERVICE);

  @TestFactory
  Stream<DynamicTest> bordersHold() {
    return ArchitectureRules.of(SERVICE, "org.jdbi.", "io.smallrye.config.").stream()
        .map(rule -> DynamicTest.dynamicTest(rule.getDescription(), () -> rule.check(CLASSES)));
  }
}
