package org.daybridge.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.EnvFromSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The cluster gives the services the names that they ask for, and no others. */
class EnvironmentTest {

  /** Of the framework: it runs the tasks before the start, then ends. */
  private static final Set<String> OF_THE_FRAMEWORK = Set.of("QUARKUS_INIT_AND_EXIT");

  private final List<Manifest> base = Manifests.of("base");

  @Test
  void everyNameIsOneThatTheConfigurationAsksFor() {
    Set<String> given = new TreeSet<>();
    base.stream()
        .filter(it -> it.pods().isPresent())
        .forEach(it -> given.addAll(Environment.of(it).keySet()));
    Manifest.of(base, "ConfigMap")
        .forEach(it -> given.addAll(((ConfigMap) it.read()).getData().keySet()));
    given.removeAll(OF_THE_FRAMEWORK);

    assertThat(given).isNotEmpty().isSubsetOf(Environment.askedFor());
  }

  @Test
  void nothingThatAServiceNeedsIsMissing() {
    assumeTrue(Manifests.canRender(), "kubectl is not installed here");

    Set<String> needed = new TreeSet<>(Environment.mustBeGiven());
    assertThat(needed).contains("DAYBRIDGE_DB_URL", "DAYBRIDGE_DB_APP_PASSWORD");
    assertThat(Manifest.of(base, "Job"))
        .allSatisfy(it -> assertThat(allOf(it)).containsAll(needed));
    needed.remove("DAYBRIDGE_DB_OWNER_PASSWORD");
    assertThat(Manifest.of(base, "Deployment"))
        .allSatisfy(
            it ->
                assertThat(allOf(it))
                    .containsAll(needed)
                    .contains("DAYBRIDGE_KAFKA", "DAYBRIDGE_ISSUER", "DAYBRIDGE_JWKS_URL"));
  }

  @Test
  void eachServiceHasItsOwnDatabase() {
    assumeTrue(Manifests.canRender(), "kubectl is not installed here");

    assertThat(Manifest.of(base, "ConfigMap"))
        .map(it -> ((ConfigMap) it.read()).getData())
        .filteredOn(it -> it.containsKey("DAYBRIDGE_DB_URL"))
        .extracting(it -> it.get("DAYBRIDGE_DB_URL").replaceAll(".*/([a-z_]+)\\?.*", "$1"))
        .containsExactlyInAnyOrder(
            "intake", "scheduling", "clinical_records", "medication", "outcomes");
  }

  private Set<String> allOf(Manifest pods) {
    Map<String, String> named = Environment.of(pods);
    Set<String> names = new TreeSet<>(named.keySet());
    for (EnvFromSource source :
        pods.pods().orElseThrow().getSpec().getContainers().getFirst().getEnvFrom()) {
      String map = source.getConfigMapRef().getName();
      Manifest found =
          Manifest.of(base, "ConfigMap").stream()
              .filter(it -> it.name().equals(map))
              .findFirst()
              .orElseThrow(
                  () -> new AssertionError(pods + " takes " + map + ", which is not here"));
      names.addAll(((ConfigMap) found.read()).getData().keySet());
    }
    return names;
  }
}
