package org.daybridge.intake;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.stream.Stream;
import org.daybridge.kit.test.ArchitectureRules;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ArchitectureTest {
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("org.daybridge.intake");

  static Stream<ArchRule> borders() {
    return ArchitectureRules.of("org.daybridge.intake").stream();
  }

  @ParameterizedTest
  @MethodSource("borders")
  void keepsItsBorders(ArchRule border) {
    border.check(CLASSES);
  }
}
