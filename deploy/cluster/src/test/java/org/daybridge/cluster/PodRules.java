package org.daybridge.cluster;

import io.fabric8.kubernetes.api.model.Capabilities;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.PodSecurityContext;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.ResourceRequirements;
import io.fabric8.kubernetes.api.model.SecurityContext;
import io.fabric8.kubernetes.api.model.Volume;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** What every pod keeps to: the restricted pod security standard, and a bounded appetite. */
final class PodRules {

  private final PodSpec pod;
  private final List<String> broken = new ArrayList<>();

  private PodRules(PodSpec pod) {
    this.pod = pod;
  }

  /** The rules that this pod breaks, by name. */
  static List<String> brokenBy(PodSpec pod) {
    PodRules rules = new PodRules(pod);
    rules.checkPod();
    pod.getContainers().forEach(rules::check);
    pod.getInitContainers().forEach(rules::check);
    return rules.broken.stream().distinct().toList();
  }

  private void checkPod() {
    PodSecurityContext context =
        Objects.requireNonNullElseGet(pod.getSecurityContext(), PodSecurityContext::new);
    rule("runs-as-non-root", Boolean.TRUE.equals(context.getRunAsNonRoot()));
    rule("user-is-not-root", context.getRunAsUser() != null && context.getRunAsUser() > 0);
    rule(
        "seccomp-is-runtime-default",
        context.getSeccompProfile() != null
            && "RuntimeDefault".equals(context.getSeccompProfile().getType()));
    rule("no-host-network", !Boolean.TRUE.equals(pod.getHostNetwork()));
    rule("no-host-pid", !Boolean.TRUE.equals(pod.getHostPID()));
    rule("no-host-ipc", !Boolean.TRUE.equals(pod.getHostIPC()));
    rule("no-cluster-token", Boolean.FALSE.equals(pod.getAutomountServiceAccountToken()));
    rule("own-service-account", pod.getServiceAccountName() != null);
    rule("volumes-are-restricted", pod.getVolumes().stream().allMatch(PodRules::isRestricted));
  }

  private static boolean isRestricted(Volume volume) {
    return volume.getHostPath() == null
        && volume.getNfs() == null
        && (volume.getEmptyDir() != null
            || volume.getSecret() != null
            || volume.getConfigMap() != null
            || volume.getProjected() != null
            || volume.getPersistentVolumeClaim() != null);
  }

  private void check(Container container) {
    SecurityContext context =
        Objects.requireNonNullElseGet(container.getSecurityContext(), SecurityContext::new);
    rule("not-privileged", !Boolean.TRUE.equals(context.getPrivileged()));
    rule("no-privilege-escalation", Boolean.FALSE.equals(context.getAllowPrivilegeEscalation()));
    rule("root-is-read-only", Boolean.TRUE.equals(context.getReadOnlyRootFilesystem()));
    Capabilities capabilities =
        Objects.requireNonNullElseGet(context.getCapabilities(), Capabilities::new);
    rule("all-capabilities-dropped", capabilities.getDrop().contains("ALL"));
    rule("no-capability-added", capabilities.getAdd().isEmpty());
    ResourceRequirements resources =
        Objects.requireNonNullElseGet(container.getResources(), ResourceRequirements::new);
    rule("cpu-is-requested", resources.getRequests().containsKey("cpu"));
    rule(
        "memory-limit-equals-request",
        resources.getRequests().containsKey("memory")
            && resources.getRequests().get("memory").equals(resources.getLimits().get("memory")));
    rule("image-is-not-latest", !container.getImage().endsWith(":latest"));
  }

  private void rule(String name, boolean kept) {
    if (!kept) {
      broken.add(name);
    }
  }
}
