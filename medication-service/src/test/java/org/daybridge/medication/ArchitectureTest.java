package org.daybridge.medication;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import org.daybridge.kit.test.ArchitectureRules;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ArchitectureTest {
  private static final String SERVICE = "org.daybridge.medication";

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages(SERVICE);

  static List<ArchRule> rules() {
    return ArchitectureRules.of(SERVICE, "org.fhir.ucum."); // units of laboratory results
  }

  @ParameterizedTest
  @MethodSource("rules")
  void theBordersHold(ArchRule rule) {
    rule.check(CLASSES);
  }
}
