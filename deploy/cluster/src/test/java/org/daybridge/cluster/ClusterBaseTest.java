package org.daybridge.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.Probe;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a cluster gets is valid, careful, and true to the services. */
class ClusterBaseTest {

  private final List<Manifest> base = Manifests.of("base");

  @ParameterizedTest
  @ValueSource(strings = {"base", "example"})
  void everyFieldIsOneThatKubernetesKnows(String folder) {
    assertThat(Manifests.of(folder))
        .isNotEmpty()
        .allSatisfy(it -> assertThatCode(it::read).as(it.toString()).doesNotThrowAnyException());
  }

  @Test
  void everyPodIsRestrictedAndBounded() {
    List<Manifest> withPods = base.stream().filter(it -> it.pods().isPresent()).toList();

    assertThat(withPods)
        .hasSizeGreaterThanOrEqualTo(2)
        .allSatisfy(
            it ->
                assertThat(PodRules.brokenBy(it.pods().orElseThrow().getSpec()))
                    .as(it.toString())
                    .isEmpty());
  }

  @Test
  void theNamespaceRefusesPodsThatAreNotRestricted() {
    assertThat(Manifest.of(base, "Namespace"))
        .singleElement()
        .satisfies(
            it ->
                assertThat(it.read().getMetadata().getLabels())
                    .containsEntry("pod-security.kubernetes.io/enforce", "restricted"));
  }

  @Test
  void aServiceIsProbedOnItsManagementPortAndHasAMinuteToStart() {
    assertThat(deployments())
        .allSatisfy(
            it -> {
              Container service = it.getSpec().getTemplate().getSpec().getContainers().getFirst();
              assertThat(pathOf(service.getStartupProbe())).isEqualTo("/q/health/started");
              assertThat(pathOf(service.getReadinessProbe())).isEqualTo("/q/health/ready");
              assertThat(pathOf(service.getLivenessProbe())).isEqualTo("/q/health/live");
              Probe startup = service.getStartupProbe();
              assertThat(startup.getPeriodSeconds() * startup.getFailureThreshold())
                  .isGreaterThanOrEqualTo(60);
            });
  }

  private static String pathOf(Probe probe) {
    assertThat(probe.getHttpGet().getPort().getStrVal()).isEqualTo("management");
    return probe.getHttpGet().getPath();
  }

  @Test
  void aServiceIsSeveralPodsApartAndLeavesBeforeItEnds() {
    assertThat(deployments())
        .allSatisfy(
            it -> {
              PodSpec pod = it.getSpec().getTemplate().getSpec();
              assertThat(it.getSpec().getReplicas()).isGreaterThanOrEqualTo(2);
              assertThat(it.getSpec().getStrategy().getRollingUpdate().getMaxUnavailable())
                  .satisfies(none -> assertThat(none.getIntVal()).isZero());
              assertThat(pod.getTopologySpreadConstraints())
                  .extracting(spread -> spread.getTopologyKey())
                  .containsExactlyInAnyOrder(
                      "topology.kubernetes.io/zone", "kubernetes.io/hostname");
              long leaving =
                  pod.getContainers()
                      .getFirst()
                      .getLifecycle()
                      .getPreStop()
                      .getSleep()
                      .getSeconds();
              assertThat(pod.getTerminationGracePeriodSeconds())
                  .as("the time to leave and quarkus.shutdown.timeout")
                  .isGreaterThan(leaving + 20);
            });
  }

  @Test
  void noDisruptionTakesMoreThanOnePodOfAService() {
    assertThat(Manifest.of(base, "PodDisruptionBudget"))
        .hasSameSizeAs(Manifest.of(base, "Deployment"))
        .allSatisfy(
            it ->
                assertThat(((PodDisruptionBudget) it.read()).getSpec().getMaxUnavailable())
                    .satisfies(most -> assertThat(most.getIntVal()).isEqualTo(1)));
  }

  @Test
  void theNetworkIsClosedAndTheManagementPortIsNotForTheGateway() {
    List<NetworkPolicy> policies =
        Manifest.of(base, "NetworkPolicy").stream().map(it -> (NetworkPolicy) it.read()).toList();

    assertThat(policies)
        .anySatisfy(
            it -> {
              assertThat(it.getSpec().getPodSelector().getMatchLabels()).isEmpty();
              assertThat(it.getSpec().getPolicyTypes())
                  .containsExactlyInAnyOrder("Ingress", "Egress");
              assertThat(it.getSpec().getIngress()).isEmpty();
              assertThat(it.getSpec().getEgress()).isEmpty();
            });
    assertThat(policies)
        .filteredOn(it -> it.getMetadata().getName().startsWith("gateway-"))
        .singleElement()
        .satisfies(
            it ->
                assertThat(it.getSpec().getIngress().getFirst().getPorts())
                    .singleElement()
                    .satisfies(port -> assertThat(port.getPort().getIntVal()).isEqualTo(8080)));
  }

  @Test
  void onlyMigrationsKnowTheOwnersPassword() {
    String owner = "DAYBRIDGE_DB_OWNER_PASSWORD";

    assertThat(Manifest.of(base, "Deployment"))
        .allSatisfy(it -> assertThat(Environment.of(it)).doesNotContainKey(owner));
    assertThat(Manifest.of(base, "Job"))
        .isNotEmpty()
        .allSatisfy(it -> assertThat(Environment.of(it)).containsKey(owner));
  }

  @Test
  void noSecretIsRendered() {
    assumeTrue(Manifests.canRender(), "kubectl is not installed here");

    assertThat(Manifest.of(base, "Secret")).isEmpty();
    assertThat(Manifest.of(Manifests.of("example"), "Secret")).isEmpty();
  }

  @Test
  void eachOfTheFiveServicesIsDeployedMigratedAndFound() {
    assumeTrue(Manifests.canRender(), "kubectl is not installed here");

    assertThat(deployments())
        .extracting(it -> it.getMetadata().getName())
        .containsExactlyInAnyOrder(
            "intake-service",
            "scheduling-service",
            "clinical-records-service",
            "medication-service",
            "outcomes-service");
    assertThat(Manifest.of(base, "Job")).hasSize(5);
    assertThat(Manifest.of(base, "Service"))
        .hasSize(5)
        .allSatisfy(
            it -> {
              Map<String, String> selector = ((Service) it.read()).getSpec().getSelector();
              assertThat(base.stream().filter(pods -> selects(selector, pods)))
                  .singleElement()
                  .satisfies(found -> assertThat(found.name()).isEqualTo(it.name()))
                  .satisfies(found -> assertThat(found.kind()).isEqualTo("Deployment"));
            });
  }

  private static boolean selects(Map<String, String> selector, Manifest manifest) {
    return manifest
        .pods()
        .filter(it -> it.getMetadata().getLabels().entrySet().containsAll(selector.entrySet()))
        .isPresent();
  }

  private List<Deployment> deployments() {
    List<Deployment> found =
        Manifest.of(base, "Deployment").stream().map(it -> (Deployment) it.read()).toList();
    assertThat(found).isNotEmpty();
    return found;
  }
}
