package org.daybridge.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The pages hold together: numbers, sections and links. */
class PagesTest {

  @Test
  void decisionsAreNumberedWithoutHolesAndByTheirFileNames() {
    List<String> numbers =
        Pages.decisions().stream().map(it -> it.getFileName().toString().substring(0, 4)).toList();

    assertThat(numbers)
        .isEqualTo(IntStream.rangeClosed(1, numbers.size()).mapToObj("%04d"::formatted).toList());
    assertThat(Pages.decisions())
        .allSatisfy(
            it ->
                assertThat(Pages.read(it))
                    .startsWith("# " + it.getFileName().toString().substring(0, 4) + " · "));
  }

  @Test
  void everyDecisionSaysWhenWhyWhatAndWhatWasGivenUp() {
    assertThat(Pages.decisions())
        .isNotEmpty()
        .allSatisfy(
            it ->
                assertThat(Pages.read(it))
                    .containsPattern("\n\n20\\d\\d-\\d\\d-\\d\\d\n\n")
                    .contains("\n## Context\n", "\n## Decision\n", "\n## What we gave up\n")
                    .contains("Embodied by"));
  }

  @Test
  void everyLinkLeadsSomewhere() {
    assertThat(Pages.all())
        .allSatisfy(
            it ->
                assertThat(Pages.lost(it.getParent(), Pages.read(it))).as(it.toString()).isEmpty());
  }

  @Test
  void aLostLinkIsNoticed() {
    assertThat(Pages.lost(Pages.ROOT, "see [this](deploy/nowhere.md), [that](README.md)"))
        .containsExactly("deploy/nowhere.md");
  }
}
