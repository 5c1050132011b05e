package org.daybridge.cluster;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A misspelt field is the mistake that a cluster forgives in silence. */
class StrictReaderTest {

  @ParameterizedTest
  @CsvSource({
    "misspelt-field.yaml, replicaz",
    "misspelt-deep-inside.yaml, readOnlyRootFileSystem",
    "misspelt-route.yaml, typ",
    "wrong-type.yaml, Integer",
  })
  void refusesWhatKubernetesDoesNotKnow(String fixture, String named) {
    Manifest manifest = Manifests.fixture(fixture).getFirst();

    assertThatThrownBy(manifest::read)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(named);
  }

  @Test
  void refusesAKindThatNobodyChecks() {
    Manifest pod =
        new Manifest(
            "here",
            com.fasterxml.jackson.databind.node.JsonNodeFactory.instance
                .objectNode()
                .put("apiVersion", "v1")
                .put("kind", "Pod"));

    assertThatThrownBy(pod::read).hasMessageContaining("v1 Pod");
  }
}
