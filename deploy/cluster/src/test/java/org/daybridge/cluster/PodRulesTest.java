package org.daybridge.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.PodSpec;
import org.junit.jupiter.api.Test;

/** The rules bite: a pod that breaks all of them is told each. */
class PodRulesTest {

  @Test
  void namesEveryRuleThatACarelessPodBreaks() {
    PodSpec careless =
        Manifests.fixture("careless-pod.yaml").getFirst().pods().orElseThrow().getSpec();

    assertThat(PodRules.brokenBy(careless))
        .containsExactlyInAnyOrder(
            "runs-as-non-root",
            "user-is-not-root",
            "seccomp-is-runtime-default",
            "no-host-network",
            "no-host-pid",
            "no-host-ipc",
            "no-cluster-token",
            "own-service-account",
            "volumes-are-restricted",
            "not-privileged",
            "no-privilege-escalation",
            "root-is-read-only",
            "all-capabilities-dropped",
            "no-capability-added",
            "cpu-is-requested",
            "memory-limit-equals-request",
            "image-is-not-latest");
  }
}
