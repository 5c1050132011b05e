package org.daybridge.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import java.util.List;
import java.util.Optional;

/**
 * One document of the cluster base.
 *
 * @param origin where it was read
 * @param tree what stands there
 */
record Manifest(String origin, JsonNode tree) {

  String kind() {
    return tree.path("kind").asText();
  }

  String name() {
    return tree.path("metadata").path("name").asText();
  }

  boolean is(String kind) {
    return kind().equals(kind);
  }

  /** The document as the Kubernetes API knows it; refused when it does not. */
  HasMetadata read() {
    return StrictReader.read(this);
  }

  /** The pods that this document makes. */
  Optional<PodTemplateSpec> pods() {
    return switch (kind()) {
      case "Deployment" -> Optional.of(((Deployment) read()).getSpec().getTemplate());
      case "Job" -> Optional.of(((Job) read()).getSpec().getTemplate());
      default -> Optional.empty();
    };
  }

  static List<Manifest> of(List<Manifest> all, String kind) {
    return all.stream().filter(it -> it.is(kind)).toList();
  }

  @Override
  public String toString() {
    return kind() + " " + name() + " of " + origin;
  }
}
