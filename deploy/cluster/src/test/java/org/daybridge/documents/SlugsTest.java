package org.daybridge.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A rule that refuses can be looked up: title, source and what to do. */
class SlugsTest {

  static Stream<String> services() {
    return Stream.of("intake", "scheduling", "clinical-records", "medication", "outcomes");
  }

  @ParameterizedTest
  @MethodSource("services")
  void everyRefusalIsInTheCatalogOfItsService(String service) {
    Path module = Pages.ROOT.resolve(service + "-service");
    Set<String> listed =
        new TreeSet<>(Slugs.listedIn(module.resolve("src/main/resources/problems.csv")));
    listed.addAll(
        Slugs.listedIn(Pages.ROOT.resolve("service-kit/src/main/resources/kit-problems.csv")));

    assertThat(Slugs.refusedBy(module)).isNotEmpty().isSubsetOf(listed);
  }

  @Test
  void theReadmeOfIntakeWalksItsRules() {
    Path module = Pages.ROOT.resolve("intake-service");

    assertThat(Slugs.refusedBy(module))
        .filteredOn(it -> !it.equals("changed-meanwhile"))
        .allSatisfy(
            it -> assertThat(Pages.read(module.resolve("README.md"))).contains("`" + it + "`"));
  }

  @Test
  void aRefusalIsFoundInEveryFormThatItTakes() {
    assertThat(
            Slugs.refusedIn(
                """
                return Decision.refused("one-rule", "because");
                return Decision.refusedState(
                    "another-rule", "because");
                throw RuleRefused.rule("a-third", "because");
                () -> RuleRefused.state(
                    "a-fourth", "because")
                """))
        .containsExactlyInAnyOrder("one-rule", "another-rule", "a-third", "a-fourth");
  }
}
